//! The operations that a crate is to have.

use openapiv3::{Operation, ReferenceOr};

use super::{Cx, operation};
use crate::diagnostics::{Place, Problem, nearest};
use crate::ir;

/// A choice of operations, by the names of their tags or their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Those that are taken; all, if this is empty.
    pub only: Vec<String>,
    /// Those that are left, also of those that are taken.
    pub skip: Vec<String>,
}

impl Selection {
    /// Whether all operations are taken.
    pub(super) fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an operation is taken.
    pub(super) fn takes(&self, method: ir::Method, path: &str, data: &Operation) -> bool {
        if self.is_all() {
            return true;
        }
        let names = names(method, path, data);
        let is_named = |list: &[String]| list.iter().any(|name| names.contains(name));
        (self.only.is_empty() || is_named(&self.only)) && !is_named(&self.skip)
    }

    /// Reports names that no operation has.
    pub(super) fn report_unknown(&self, cx: &mut Cx<'_>) {
        let items = cx.document.paths.iter().filter_map(|(path, item)| match item {
            ReferenceOr::Item(item) => Some((path, item)),
            ReferenceOr::Reference { .. } => None,
        });
        let operations =
            items.flat_map(|(path, item)| operation::of_path(item).map(move |(method, data)| (path, method, data)));
        let known = || operations.clone().flat_map(|(path, method, data)| names(method, path, data));
        for name in self.only.iter().chain(&self.skip).filter(|name| known().all(|known| known != **name)) {
            let known: Vec<String> = known().collect();
            let meant = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
            cx.diagnostics.report::<()>(Place::File, Problem::UnknownSelection { name: name.clone(), meant });
        }
    }
}

/// What an operation can be called by: its name, also if it has to be derived, and its tags.
fn names(method: ir::Method, path: &str, data: &Operation) -> Vec<String> {
    let id = data.operation_id.clone().unwrap_or_else(|| operation::derived(method, path));
    std::iter::once(id).chain(data.tags.iter().cloned()).collect()
}
