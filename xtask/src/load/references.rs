//! References, checked wherever they stand, also where nothing that is generated depends on them.
//!
//! The tables say where that is: in an example or an extension, `$ref` is a name like any other. [`crate::lower`] follows
//! the references that it needs and reports the same of them, which `Diagnostics::dedup` sorts out.

use std::collections::HashSet;

use crate::diagnostics::{Diagnostics, Place, Pointer, Problem, nearest};
use crate::reference::{circular, component, mapped_name};

use super::at::At;
use super::structure::{Object, Shape, is_extension};
use super::tables;
use super::value::{Map, Value};

/// Reports every reference of `document`, every discriminator's mapping and every security requirement that does not
/// lead to what it should.
pub(super) fn check(document: &Value, diagnostics: &mut Diagnostics) {
    let mut check = Check { document, diagnostics };
    check.value(&At::ROOT, Shape::Object(&tables::OPENAPI), document);
    check.circles();
}

struct Check<'a> {
    document: &'a Value,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Check<'a> {
    /// Checks the references in `value`; what is not of its `shape` is none of our business.
    fn value(&mut self, at: &At<'_>, shape: Shape, value: &'a Value) {
        match (shape, value) {
            (Shape::List(shape), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(&at.index(index), *shape, item);
                }
            }
            (Shape::Map(shape), Value::Object(members)) => {
                for (name, member) in members.iter() {
                    self.value(&at.key(name), *shape, member);
                }
            }
            (Shape::BoolOr(shape), value) => self.value(at, *shape, value),
            (Shape::RefOr(object), Value::Object(members)) => match members.get("$ref") {
                Some(Value::String(reference)) => self.reference(&at.key("$ref"), object, reference),
                _ => self.object(at, object, members),
            },
            (Shape::Object(object), Value::Object(members)) => self.object(at, object, members),
            _ => {}
        }
    }

    fn object(&mut self, at: &At<'_>, object: &'static Object, members: &'a Map) {
        let further = object.further(members);
        for (name, value) in members.iter().filter(|(name, _)| !is_extension(name)) {
            let at = at.key(name);
            match (object.name, name) {
                ("OpenAPI" | "Operation", "security") => self.security(&at, value),
                ("Discriminator", "mapping") => self.mapping(&at, value),
                _ => {}
            }
            if let Some(field) = object.field(name, further) {
                self.value(&at, field.shape, value);
            } else if let Some(pattern) = &object.pattern {
                self.value(&at, pattern.shape, value);
            }
        }
    }

    fn reference(&mut self, at: &At<'_>, object: &'static Object, reference: &str) {
        if let Some(problem) = self.problem(object, reference) {
            self.diagnostics.report::<()>(at.pointer(), problem);
        }
    }

    /// Why `reference` does not lead to an `object`.
    fn problem(&self, object: &'static Object, reference: &str) -> Option<Problem> {
        match section(object).map(|(section, kind)| (section, component(reference, section, kind))) {
            Some((section, Ok(name))) if self.component(section, &name).is_some() => None,
            Some((_, Err(problem @ (Problem::ForeignReference { .. } | Problem::ReferenceToWrongKind { .. })))) => {
                Some(problem)
            }
            _ => match Pointer::of_reference(reference) {
                None => Some(Problem::ForeignReference { reference: reference.to_owned() }),
                // Whether that is supported, `lower` knows.
                Some(pointer) if self.document.at(&pointer).is_some() => None,
                Some(_) => {
                    let meant = section(object).and_then(|(section, _)| self.meant(section, reference));
                    Some(Problem::DanglingReference { reference: reference.to_owned(), meant })
                }
            },
        }
    }

    /// Checks the names of security schemes.
    fn security(&mut self, at: &At<'_>, alternatives: &Value) {
        for (index, alternative) in alternatives.as_array().into_iter().flatten().enumerate() {
            for name in alternative.as_object().into_iter().flat_map(Map::keys) {
                if self.component("securitySchemes", name).is_none() {
                    let reference = format!("#/components/securitySchemes/{name}");
                    let place = Place::Key(at.index(index).key(name).pointer());
                    let meant = nearest(name, self.names("securitySchemes")).map(str::to_owned);
                    self.diagnostics.report::<()>(place, Problem::DanglingReference { reference, meant });
                }
            }
        }
    }

    /// Checks what a discriminator's values stand for: each is the name of a schema or a reference to one.
    fn mapping(&mut self, at: &At<'_>, mapping: &Value) {
        for (value, target) in mapping.as_object().into_iter().flat_map(Map::iter) {
            let Value::String(target) = target else { continue };
            let leads = self.component("schemas", target).is_some()
                || (target.contains(['#', '/']) && self.problem(&tables::SCHEMA, target).is_none());
            if !leads {
                let name = mapped_name(target);
                let meant = self.component("schemas", name).map(|_| name.to_owned());
                let problem = Problem::DanglingMapping { value: value.to_owned(), target: target.to_string(), meant };
                self.diagnostics.report::<()>(at.key(value).pointer(), problem);
            }
        }
    }

    /// Reports components that are nothing but references to one another.
    fn circles(&mut self) {
        let components = self.document.get("components").and_then(Value::as_object);
        for (section, kind) in SECTIONS.iter().map(|(_, section, kind)| (*section, *kind)) {
            let names = components.and_then(|components| components.get(section)).and_then(Value::as_object);
            let mut seen = HashSet::new();
            for name in names.into_iter().flat_map(Map::keys) {
                let (mut chain, mut name) = (Vec::new(), name.to_owned());
                while let Some(reference) = self.component(section, &name).and_then(|value| value.get("$ref")?.as_str())
                    && seen.insert(name.clone())
                {
                    chain.push((name, reference.to_owned()));
                    name = component(reference, section, kind).unwrap_or_default();
                }
                if let Some(start) = chain.iter().position(|(known, _)| *known == name) {
                    let (name, problem) = circular(chain.split_off(start));
                    let place = Pointer::root().key("components").key(section).key(&name).key("$ref");
                    self.diagnostics.report::<()>(place, problem);
                }
            }
        }
    }

    /// The component of this section that `reference` was probably meant to lead to.
    fn meant(&self, section: &str, reference: &str) -> Option<String> {
        let name = Pointer::of_reference(reference)?.segments().last()?;
        let name = nearest(&name, self.names(section))?;
        Some(Pointer::root().key("components").key(section).key(name).to_string())
    }

    /// The names of the components of a section.
    fn names(&self, section: &str) -> impl Iterator<Item = &'a str> {
        let components = self.document.get("components").and_then(|components| components.get(section)?.as_object());
        components.into_iter().flat_map(Map::keys)
    }

    fn component(&self, section: &str, name: &str) -> Option<&'a Value> {
        self.document.get("components")?.get(section)?.get(name)
    }
}

/// The objects that components are, where they stand, and what they are called.
const SECTIONS: &[(&str, &str, &str)] = &[
    ("Schema", "schemas", "a schema"),
    ("Response", "responses", "a response"),
    ("Parameter", "parameters", "a parameter"),
    ("Example", "examples", "an example"),
    ("Request Body", "requestBodies", "a request body"),
    ("Header", "headers", "a header"),
    ("Security Scheme", "securitySchemes", "a security scheme"),
    ("Link", "links", "a link"),
    ("Callback", "callbacks", "a callback"),
];

/// The section of `components` for `object`, and what is in it; `None` for a path, which has no section.
pub(super) fn section(object: &Object) -> Option<(&'static str, &'static str)> {
    SECTIONS.iter().find(|(name, ..)| *name == object.name).map(|(_, section, kind)| (*section, *kind))
}
