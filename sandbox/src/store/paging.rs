//! Pages of lists: from what a client asks for to the items and the tokens of the pages beside them.
//!
//! A page starts next to an item, not at an offset, so that items that are created meanwhile move nothing.

use rusqlite::{Row, ToSql};

use super::check;
use super::cursor::{Cursor, List, Tokens, Way};
use super::session::{Session, Stored};
use crate::problem::Problem;

/// How many items a page has unless told.
const DEFAULT_SIZE: i64 = 50;

/// How many items a page can have.
const LARGEST_SIZE: i64 = 1000;

/// Which page of a list; the first one unless told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageRequest {
    /// How many items, 1 to 1000; 50 unless given.
    pub size: Option<i64>,
    /// The number of the page as the client counts, from 0; it is only echoed, and decides whether there is a
    /// previous page.
    pub page: Option<i64>,
    /// A token of a page of the same list, of any size.
    pub token: Option<String>,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The items in the order of the list.
    pub items: Vec<T>,
    /// The number of the page as it was asked for.
    pub page: i64,
    /// How many items the page may have.
    pub size: i64,
    /// The token of the page after this one, if there is one.
    pub next: Option<String>,
    /// The token of the page before this one, if there is one and the number of this one is not 0.
    pub previous: Option<String>,
}

/// A list in the database.
pub(super) struct Source<'a, T> {
    pub(super) list: List,
    pub(super) account: &'a str,
    /// What the statements get as `?1`.
    pub(super) scope: &'a dyn ToSql,
    /// The position that all items are forward of.
    pub(super) start: i64,
    /// Selects `?3` items that follow position `?2`, nearest first.
    pub(super) forward: &'static str,
    /// Selects `?3` items that precede position `?2`, nearest first.
    pub(super) backward: &'static str,
    /// Takes a row apart; its number is its position.
    pub(super) row: fn(&Row<'_>) -> rusqlite::Result<Stored<T>>,
}

/// A request that has been checked.
struct Window {
    size: i64,
    page: i64,
    cursor: Cursor,
}

impl<T> Source<'_, T> {
    /// The page that is asked for.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] or [`Problem::PageTooLarge`] for what no page can be.
    pub(super) fn page(&self, db: &Session<'_>, request: &PageRequest) -> Result<Page<T>, Problem> {
        let Window { size, page, cursor } = self.window(request, db)?;
        let tokens = self.tokens(db);
        let mut rows = self.rows(db, cursor, size + 1)?;
        let more = rows.len() > usize::try_from(size).unwrap_or(usize::MAX);
        if more {
            rows.pop();
        }
        if cursor.way == Way::Backward {
            rows.reverse();
        }
        let beside = |row: Option<&Stored<T>>, way: Way| -> Result<Option<String>, Problem> {
            let Some(row) = row else { return Ok(None) };
            let cursor_beside = Cursor { way, position: row.sequence };
            let exists = if way == cursor.way { more } else { !self.rows(db, cursor_beside, 1)?.is_empty() };
            Ok(exists.then(|| tokens.make(cursor_beside)))
        };
        let next = beside(rows.last(), Way::Forward)?;
        let previous = if page > 0 { beside(rows.first(), Way::Backward)? } else { None };
        Ok(Page { items: rows.into_iter().map(|stored| stored.row).collect(), page, size, next, previous })
    }

    /// The first `limit` items of the list.
    pub(super) fn first(&self, db: &Session<'_>, limit: i64) -> Result<Vec<Stored<T>>, Problem> {
        self.rows(db, Cursor { way: Way::Forward, position: self.start }, limit)
    }

    fn rows(&self, db: &Session<'_>, cursor: Cursor, limit: i64) -> Result<Vec<Stored<T>>, Problem> {
        let sql = match cursor.way {
            Way::Forward => self.forward,
            Way::Backward => self.backward,
        };
        db.rows(sql, (self.scope, cursor.position, limit), self.row)
    }

    fn window(&self, request: &PageRequest, db: &Session<'_>) -> Result<Window, Problem> {
        let PageRequest { size, page, token } = request;
        let size = checked_size(size.unwrap_or(DEFAULT_SIZE), db.settings.rules.clamp_page_size)?;
        let page = page.unwrap_or(0);
        if !(0..=check::LARGEST).contains(&page) {
            return Err(Problem::invalid("Page", "it must be from 0 to 2147483647"));
        }
        let cursor = match token {
            None => Cursor { way: Way::Forward, position: self.start },
            Some(token) => self
                .tokens(db)
                .take(token)
                .ok_or_else(|| Problem::invalid("PageToken", "it must be a token that this list gave this account"))?,
        };
        Ok(Window { size, page, cursor })
    }

    fn tokens<'b>(&'b self, db: &Session<'b>) -> Tokens<'b> {
        Tokens { seed: &db.settings.seed, account: self.account, list: self.list }
    }
}

fn checked_size(size: i64, clamp: bool) -> Result<i64, Problem> {
    match size {
        1..=LARGEST_SIZE => Ok(size),
        ..1 => Err(Problem::invalid("PageSize", "it must be at least 1")),
        _ if clamp => Ok(LARGEST_SIZE),
        _ => Err(Problem::PageTooLarge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e52_and_e53_sizes() {
        for (size, clamp, expected) in [
            (1, false, Ok(1)),
            (1000, false, Ok(1000)),
            (1001, false, Err(20007)),
            (1001, true, Ok(1000)),
            (i64::MAX, true, Ok(1000)),
            (0, true, Err(20001)),
            (i64::MIN, false, Err(20001)),
        ] {
            assert_eq!(checked_size(size, clamp).map_err(|problem| problem.code()), expected, "{size}");
        }
    }
}
