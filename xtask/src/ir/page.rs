//! How lists are divided into pages.

use super::Type;

/// How a list is divided into pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The way to the items, from member to member; none if the answer is their array.
    pub items: Vec<String>,
    /// The type of an item.
    pub item: Type,
    /// The type of the answer as a whole.
    pub envelope: Type,
    /// What leads from a page to the next.
    pub next: Next,
    /// What tells, beside the lack of that, that a page is the last one.
    pub ends: Vec<End>,
}

/// What leads from a page to the next. Members are named from the outside in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// The URL in this member of the answer.
    Url(Vec<String>),
    /// The header `Link` (RFC 8288).
    Link,
    /// A value of the answer, which is an input of the next request.
    Cursor {
        /// The member with the value.
        at: Vec<String>,
        /// Where it goes.
        input: InputPlace,
    },
    /// The number of the page.
    Page {
        /// Where it goes.
        input: InputPlace,
        /// That of the first page.
        first: i64,
    },
    /// How many items there are before the page.
    Offset {
        /// Where it goes.
        input: InputPlace,
    },
}

/// What tells that a page is the last one. Members are named from the outside in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// This member is false.
    More(Vec<String>),
    /// There are as many pages as this member says.
    Pages(Vec<String>),
    /// There have been as many items as this member says.
    Total(Vec<String>),
    /// There are fewer items than were asked for.
    Short {
        /// Where it says how many are asked for.
        limit: InputPlace,
        /// How many it is if nothing is said.
        usual: Option<u64>,
        /// How many it is at most.
        most: Option<u64>,
    },
}

/// Where an input stands that changes from page to page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputPlace {
    /// In the query, under this name.
    Query(String),
    /// In a body of JSON, in this member, which is named from the outside in.
    Body(Vec<String>),
}
