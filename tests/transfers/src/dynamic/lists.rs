//! The operations of [`lists`](crate::lists) by name.

use crate::runtime::dynamic::calls;

calls! {
    lists;
    "ListByUrl" => list_by_url() {}
    "ListByLink" => list_by_link() {
        per_page: value "per_page",
    }
    "ListByCursor" => list_by_cursor() {
        after: text "after",
        kind: text "kind",
    }
    "SearchByCursor" => search_by_cursor(text "text") {
        page: value "page",
    }
    "ListByPage" => list_by_page() {
        page_number: value "page[number]",
    }
    "ListByOffset" => list_by_offset() {
        offset: value "offset",
        limit: value "limit",
    }
}
