//! The rules of lists: which items a page has, and which pages it leads to.

use super::rules::{INVALID, PAGE_TOO_LARGE, Refusal};

/// A page, as it is asked for.
#[derive(Clone, Debug)]
pub struct Window<'a> {
    pub size: Option<i64>,
    pub page: Option<i64>,
    /// The token, if there is one, as the place that it stands for; `None` if it is not one of this list.
    pub cursor: Option<Option<&'a Cursor>>,
}

/// A place in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// Behind the item with this SID.
    After(String),
    /// In front of it.
    Before(String),
}

/// A page of a list.
#[derive(Debug)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub size: i64,
    pub page: i64,
    pub next: Option<Cursor>,
    pub previous: Option<Cursor>,
}

/// The page of `items` that is asked for; `sid` is what tells an item from others.
pub fn page<T: Clone>(items: &[T], sid: impl Fn(&T) -> String, window: &Window<'_>) -> Result<Page<T>, Refusal> {
    let size = window.size.unwrap_or(50);
    let page = window.page.unwrap_or(0);
    let length = match size {
        1..=1000 => usize::try_from(size).map_err(|_| INVALID)?,
        ..1 => return Err(INVALID),
        _ => return Err(PAGE_TOO_LARGE),
    };
    if page < 0 {
        return Err(INVALID);
    }
    let place = |sought: &str| items.iter().position(|item| sid(item) == sought).ok_or(INVALID);
    let range = match window.cursor {
        None => 0..length,
        Some(None) => return Err(INVALID),
        Some(Some(Cursor::After(anchor))) => place(anchor)? + 1..place(anchor)? + 1 + length,
        Some(Some(Cursor::Before(anchor))) => place(anchor)?.saturating_sub(length)..place(anchor)?,
    };
    let (start, end) = (range.start.min(items.len()), range.end.min(items.len()));
    let shown = &items[start..end];
    let next = shown.last().filter(|_| end < items.len()).map(|item| Cursor::After(sid(item)));
    let previous = shown.first().filter(|_| start > 0 && page > 0).map(|item| Cursor::Before(sid(item)));
    Ok(Page { items: shown.to_vec(), size, page, next, previous })
}
