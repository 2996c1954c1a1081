//! Lists, page by page: what a page says about itself, and the tokens that it gives.

use std::fmt::Debug;

use proptest::prelude::*;
use serde_json::{Value, json};
use twilio_flex_plugins::{Page, Result};

use super::asked::{Token, Window};
use super::lists::{self, Cursor};
use super::picks::nth;
use super::rules::Refusal;
use super::run::{Checked, Run, Seat, refused};

/// A token that a page gave.
#[derive(Clone, Debug)]
pub struct Known {
    text: String,
    account: usize,
    /// The path of the list, with SIDs.
    path: String,
    cursor: Cursor,
}

/// A page as it is asked for, with the text of its token.
pub struct Asking {
    pub size: Option<i64>,
    pub page: Option<i64>,
    pub token: Option<String>,
    /// What the token stands for in this list, if it is one of it.
    cursor: Option<Cursor>,
}

/// A list, as the rules have it.
pub struct Listed<'a, T> {
    /// Its path below the service, with SIDs; that of no list if it does not exist.
    pub path: String,
    /// The member of the answer that has the items.
    pub key: &'a str,
    /// All items, in order.
    pub items: Result<Vec<T>, Refusal>,
    /// What tells an item from others.
    pub sid: fn(&T) -> String,
}

impl Run {
    /// What `window` stands for in the list of this path.
    pub fn asking(&self, seat: &Seat, path: &str, window: &Window) -> Asking {
        let own = |known: &&Known| known.account == seat.account && known.path == path;
        let foreign = |known: &&Known| known.account != seat.account && known.path == path;
        let known = match &window.token {
            Some(Token::Own(number)) => nth(self.tokens.iter().filter(own).collect(), *number),
            Some(Token::Foreign(number)) => nth(self.tokens.iter().filter(foreign).collect(), *number),
            Some(Token::Any(number)) => nth(self.tokens.iter().collect(), *number),
            Some(Token::MadeUp(_)) | None => None,
        };
        let made_up = match window.token {
            Some(Token::MadeUp(text)) => Some(text.to_owned()),
            _ => None,
        };
        let token = known.map(|known| known.text.clone()).or(made_up);
        let cursor = known.filter(own).map(|known| known.cursor.clone());
        Asking { size: window.size, page: window.page, token, cursor }
    }

    /// Compares a page, and takes note of its tokens.
    pub fn page<T: Clone + Debug + PartialEq>(
        &mut self,
        seat: &Seat,
        asking: &Asking,
        answer: Result<Page<T>>,
        listed: Listed<'_, T>,
    ) -> Checked {
        let Listed { path, key, items, sid } = listed;
        let cursor = asking.token.as_ref().map(|_| asking.cursor.as_ref());
        let window = lists::Window { size: asking.size, page: asking.page, cursor };
        let expected = items.and_then(|items| lists::page(&items, sid, &window));
        let (answer, expected) = match (answer, expected) {
            (Ok(answer), Ok(expected)) => (answer, expected),
            (Err(answer), Err(expected)) => return refused(&answer, expected),
            (answer, expected) => {
                return Err(TestCaseError::fail(format!("{answer:?} instead of {expected:?}")));
            }
        };
        prop_assert_eq!(&answer.items, &expected.items);
        let meta = &answer.envelope()["meta"];
        let (page, size) = (expected.page, expected.size);
        let url = |page: i64| format!("{}{path}?PageSize={size}&Page={page}", seat.form.service);
        let token = asking.token.as_ref().map(|token| format!("&PageToken={token}")).unwrap_or_default();
        let about = json!({
            "page": page,
            "page_size": size,
            "key": key,
            "first_page_url": url(0),
            "url": url(page) + &token,
            // Their tokens are the service's choice.
            "next_page_url": meta["next_page_url"],
            "previous_page_url": meta["previous_page_url"],
        });
        prop_assert_eq!(meta, &about);
        prop_assert_eq!(answer.has_next(), expected.next.is_some());
        for (name, page, cursor) in
            [("next_page_url", page + 1, expected.next), ("previous_page_url", page - 1, expected.previous)]
        {
            let text = beside(&meta[name], &url(page))?;
            prop_assert_eq!(text.is_some(), cursor.is_some(), "{}", name);
            if let (Some(text), Some(cursor)) = (text, cursor) {
                self.tokens.push(Known { text, account: seat.account, path: path.clone(), cursor });
            }
        }
        Ok(())
    }
}

/// The token in the URL of a page, which begins with `start`; `None` if there is no such page.
fn beside(url: &Value, start: &str) -> Checked<Option<String>> {
    if url.is_null() {
        return Ok(None);
    }
    let token = url.as_str().and_then(|url| url.strip_prefix(start)?.strip_prefix("&PageToken="));
    token.map(|token| Some(token.to_owned())).ok_or_else(|| TestCaseError::fail(format!("{url} is no {start}")))
}
