//! What tells that a page is the last one, although something leads on.

use serde_json::Value;

use super::inputs::{Input, number};
use super::{Arrived, End, Lead, Path, Step, find};

/// This member is false.
pub(crate) struct More(pub(crate) Path);

impl End for More {
    fn member(&self) -> Option<Path> {
        Some(self.0)
    }

    fn is_reached(&self, page: &Arrived<'_>, _: &dyn Lead, _: &Step) -> bool {
        matches!(find(page.envelope, self.0), Some(Value::Bool(false)))
    }
}

/// There are as many pages as this member says.
pub(crate) struct Pages(pub(crate) Path);

impl End for Pages {
    fn member(&self) -> Option<Path> {
        Some(self.0)
    }

    fn is_reached(&self, page: &Arrived<'_>, next: &dyn Lead, step: &Step) -> bool {
        number(find(page.envelope, self.0)).is_some_and(|pages| next.pages_before(step) >= Some(pages))
    }
}

/// There have been as many items as this member says.
pub(crate) struct Total(pub(crate) Path);

impl End for Total {
    fn member(&self) -> Option<Path> {
        Some(self.0)
    }

    fn is_reached(&self, page: &Arrived<'_>, next: &dyn Lead, step: &Step) -> bool {
        let total = number(find(page.envelope, self.0)).and_then(|total| u64::try_from(total).ok());
        total.is_some_and(|total| next.items_before(step, page) >= total)
    }
}

/// There are fewer items than `limit` asks for: `usual` if it is not given, and `most` at most.
pub(crate) struct Short {
    pub(crate) limit: Input,
    pub(crate) usual: Option<u64>,
    pub(crate) most: Option<u64>,
}

impl End for Short {
    fn is_reached(&self, page: &Arrived<'_>, _: &dyn Lead, _: &Step) -> bool {
        let asked = self.limit.number(page.request).and_then(|limit| u64::try_from(limit).ok()).or(self.usual);
        asked.is_some_and(|asked| page.items < self.most.map_or(asked, |most| asked.min(most)))
    }
}
