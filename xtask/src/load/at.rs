//! Places, for as long as a walk is there.

use crate::diagnostics::Pointer;

/// Where the walk is, as a list that grows with the stack: a pointer is only made for a report.
pub(super) struct At<'a> {
    parent: Option<&'a At<'a>>,
    step: Step<'a>,
}

enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl At<'_> {
    /// The document as a whole.
    pub(super) const ROOT: At<'static> = At { parent: None, step: Step::Root };

    /// The member `name` of the object at this place.
    pub(super) fn key<'a>(&'a self, name: &'a str) -> At<'a> {
        At { parent: Some(self), step: Step::Key(name) }
    }

    /// The item `index`, counted from 0, of the array at this place.
    pub(super) fn index(&self, index: usize) -> At<'_> {
        At { parent: Some(self), step: Step::Index(index) }
    }

    /// Whether this is the document as a whole.
    pub(super) fn is_root(&self) -> bool {
        self.parent.is_none()
    }

    /// The name of the member at this place, if it is one.
    pub(super) fn name(&self) -> Option<&str> {
        if let Step::Key(name) = self.step { Some(name) } else { None }
    }

    /// This place, to be kept.
    pub(super) fn pointer(&self) -> Pointer {
        let parent = self.parent.map(At::pointer).unwrap_or_default();
        match self.step {
            Step::Root => parent,
            Step::Key(name) => parent.key(name),
            Step::Index(index) => parent.index(index),
        }
    }
}
