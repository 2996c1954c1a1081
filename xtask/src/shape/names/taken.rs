//! Names that have been given, so that none is given twice.

use std::collections::{HashMap, HashSet};

use super::words::{clean, snake};
use super::{answer, free, operation, reserved, signs};
use crate::diagnostics::{Diagnostics, Place, Pointer, Problem};
use crate::numbers::Numbers;
use crate::rust::Name;

/// Names of which none may occur twice.
#[derive(Default)]
pub(in super::super) struct Taken {
    names: HashSet<Name>,
    numbers: Numbers,
}

impl Taken {
    /// `name`, with `suffix` if it has been taken.
    pub(in super::super) fn or(&self, name: &str, suffix: &str) -> String {
        if self.names.contains(name) { format!("{name}{suffix}") } else { name.to_owned() }
    }

    /// Takes `name`, if it is free.
    pub(super) fn take(&mut self, name: Name) -> bool {
        self.names.insert(name)
    }

    /// `name`, with `join` and a number if it has been taken.
    pub(super) fn add(&mut self, name: Name, join: &str) -> Name {
        let free = self.numbers.free(name.as_str().to_owned(), join, |name| self.names.contains(name));
        let name = Name::new(free);
        self.names.insert(name.clone());
        name
    }
}

/// Names of the server's side, which has all operations in one trait, and all their types in one module.
#[derive(Default)]
pub(in super::super) struct ServerNames {
    methods: Taken,
    types: Taken,
}

impl ServerNames {
    /// The name of the method that serves the operation called `id`, with a number if others have the same.
    pub(in super::super) fn method(&mut self, id: &str) -> Name {
        self.methods.add(free(snake(id), reserved::SERVER_METHODS, "_call"), "_")
    }

    /// The name of the type of what the operation called `id` is asked for, with a number if others have the same.
    pub(in super::super) fn request(&mut self, id: &str) -> Name {
        let name = free(operation(id), reserved::TYPES, "Call");
        self.types.add(free(name.as_str().to_owned(), reserved::SERVER_TYPES, "Call"), "")
    }

    /// The name of the type of what the operation called `id` replies with, with a number if others have the same.
    pub(in super::super) fn reply(&mut self, id: &str) -> Name {
        self.types.add(answer(id), "")
    }
}

/// Names that must differ from one another, to notice when they do not.
pub(in super::super) struct Scope {
    /// What they are names of, for messages.
    what: String,
    names: HashMap<Name, (String, Pointer)>,
    numbers: Numbers,
}

impl Scope {
    pub(in super::super) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), names: HashMap::new(), numbers: Numbers::default() }
    }

    /// `name`, which stands for `wire`, given at `at`, with a number if it has been taken; that is reported.
    pub(in super::super) fn add(
        &mut self,
        diagnostics: &mut Diagnostics,
        name: Name,
        wire: &str,
        at: &Pointer,
    ) -> Name {
        let taken = self.names.get(&name).cloned();
        let given = self.free(name.clone(), wire, at);
        let is_made_up = !wire.is_empty()
            && !signs::is_told(wire, name.as_str())
            && clean(wire).chars().all(|character| matches!(character, ' ' | '_'));
        if let Some((first_name, first)) = taken {
            let problem = Problem::NameCollision {
                rust: name.as_str().into(),
                what: self.what.as_str().into(),
                first,
                first_name,
                second_name: wire.to_owned(),
                given: given.as_str().into(),
            };
            diagnostics.report::<()>(Place::Key(at.clone()), problem);
        } else if is_made_up {
            let problem = Problem::UnnamableInRust { name: wire.to_owned(), given: given.as_str().to_owned() };
            diagnostics.report::<()>(Place::Value(at.clone()), problem);
        }
        given
    }

    /// `name`, with a number if it has been taken, without a word about it.
    pub(in super::super) fn free(&mut self, name: Name, wire: &str, at: &Pointer) -> Name {
        let base = name.as_str();
        let join = if base.starts_with(char::is_uppercase) && !base.contains('_') { "" } else { "_" };
        let free = Name::new(self.numbers.free(base.to_owned(), join, |name| self.names.contains_key(name)));
        self.names.insert(free.clone(), (wire.to_owned(), at.clone()));
        free
    }
}
