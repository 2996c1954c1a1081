//! From a document that refers to other files, or into the middle of itself, to one that refers to components only.
//!
//! What is referred to becomes a component, and where it stood there is a reference to that, so that it is one thing
//! still. What cannot be a component, a path for instance, takes the place of the reference.

mod files;
mod name;

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::Path;

use compact_str::{CompactString, ToCompactString as _, format_compact};
use indexmap::IndexMap;

use crate::diagnostics::{Diagnostics, Pointer, Problem};
use crate::numbers::Numbers;
use crate::reference::mapped_name;

use self::files::Files;
use super::at::At;
use super::references::section;
use super::structure::{Object, Shape, is_extension};
use super::value::{Map, Value};
use super::{Source, tables};

/// How many values may be copied: a few references can stand for more than fits into any memory.
const BUDGET: usize = 2_000_000;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Target {
    /// The file: 0 is the document itself.
    pub(super) file: usize,
    pub(super) pointer: Pointer,
}

/// Brings what `document` refers to into its components; `source` learns where that came from.
pub(super) fn apply(source: &mut Source, document: &mut Value, diagnostics: &mut Diagnostics) {
    if !strays(document) {
        return;
    }
    let mut bundle = Bundle {
        files: Files::new(source.clone(), document.clone()),
        components: IndexMap::new(),
        names: HashMap::new(),
        queue: VecDeque::new(),
        inlining: Vec::new(),
        budget: BUDGET,
        moved: Vec::new(),
        diagnostics,
    };
    bundle.visit(0, &At::ROOT, Shape::Object(&tables::OPENAPI), document);
    let mut bodies = Vec::new();
    while let Some(target) = bundle.queue.pop_front() {
        bodies.push(bundle.body(&target));
    }
    let Bundle { files, components, moved, .. } = bundle;
    leave_references(document, &components, &mut bodies);
    for (component, body) in components.values().zip(bodies) {
        insert(document, component, body);
    }
    source.others = files.into_others();
    source.moved = moved;
}

/// Whether anything in `value` looks like a reference to something else than a component of the same document.
fn strays(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(strays),
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str);
            let mapping = members.get("discriminator").and_then(|tag| tag.get("mapping")?.as_object());
            let mut mapped = mapping.into_iter().flat_map(Map::values).filter_map(Value::as_str);
            reference.is_some_and(|reference| !is_plain(reference))
                || mapped.any(|target| is_reference(target) && !is_plain(target))
                || members.values().any(strays)
        }
        _ => false,
    }
}

/// Whether `reference` names a component, of a kind that OpenAPI 3.0 has.
fn is_plain(reference: &str) -> bool {
    let place = reference.strip_prefix("#/components/").and_then(|place| place.split_once('/'));
    place.is_some_and(|(section, name)| !name.contains('/') && section != "pathItems")
}

/// Whether what a discriminator's value is mapped to is a reference rather than the name of a schema.
fn is_reference(target: &str) -> bool {
    target.contains('#') || mapped_name(target) != target
}

/// Something that becomes a component.
struct Component {
    section: &'static str,
    name: String,
    object: &'static Object,
}

impl Component {
    fn place(&self) -> Pointer {
        Pointer::root().key("components").key(self.section).key(&self.name)
    }
}

struct Bundle<'a> {
    files: Files,
    /// What becomes a component, by where it is now.
    components: IndexMap<Target, Component>,
    /// The names of these by section, and the numbers behind them.
    names: HashMap<&'static str, (HashSet<String>, Numbers)>,
    /// Those of them that have not been looked into.
    queue: VecDeque<Target>,
    /// What is being put in the place of a reference, to notice recursion.
    inlining: Vec<Target>,
    /// How many values may still be copied.
    budget: usize,
    /// What has another place than in its file: where it is, and where it was.
    moved: Vec<(Pointer, Target)>,
    diagnostics: &'a mut Diagnostics,
}

impl Bundle<'_> {
    /// Resolves the references in `value`, which comes from `file` and should be of this `shape`.
    fn visit(&mut self, file: usize, at: &At<'_>, shape: Shape, value: &mut Value) {
        match (shape, &mut *value) {
            (Shape::BoolOr(shape), value) => self.visit(file, at, *shape, value),
            (Shape::List(shape), Value::Array(items)) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.visit(file, &at.index(index), *shape, item);
                }
            }
            (Shape::RefOr(object), Value::Object(members)) if refers(members) && section(object).is_some() => {
                if let Some(Value::String(reference)) = members.get_mut("$ref") {
                    self.reference(file, &at.key("$ref"), object, reference);
                }
                self.fields(file, at, object, members);
            }
            (Shape::Any | Shape::Map(Shape::Any | Shape::Text), _) => {}
            (_, Value::Object(members)) if refers(members) => self.inline(file, at, shape, value),
            (Shape::Map(shape), Value::Object(members)) => {
                for (name, member) in members.iter_mut() {
                    self.visit(file, &at.key(name), *shape, member);
                }
            }
            (Shape::RefOr(object) | Shape::Object(object), Value::Object(members)) => {
                self.fields(file, at, object, members);
            }
            _ => {}
        }
    }

    fn fields(&mut self, file: usize, at: &At<'_>, object: &'static Object, members: &mut Map) {
        let further = object.further(members);
        for (name, value) in members.iter_mut().filter(|(name, _)| !is_extension(name)) {
            let at = at.key(name);
            if (object.name, name) == ("Discriminator", "mapping") {
                self.mapping(file, &at, value);
            } else if let Some(field) = object.field(name, further) {
                self.visit(file, &at, field.shape, value);
            } else if let Some(pattern) = &object.pattern {
                self.visit(file, &at, pattern.shape, value);
            } else if let Some(shape) = newer_field(object, name) {
                self.visit(file, &at, shape, value);
            }
        }
    }

    /// Resolves what a discriminator's values stand for.
    fn mapping(&mut self, file: usize, at: &At<'_>, mapping: &mut Value) {
        for (value, target) in mapping.as_object_mut().into_iter().flat_map(Map::iter_mut) {
            let Value::String(target) = target else { continue };
            if file != 0 && self.files.has_component(file, "schemas", target) {
                *target = format_compact!("#/components/schemas/{target}");
            }
            if !is_reference(target) || self.files.has_component(0, "schemas", target) {
                continue;
            }
            match self.resolve(file, &tables::SCHEMA, target) {
                Ok(()) => {}
                Err(problem) if matches!(&problem, Problem::UnusableFile { path, .. } if Path::new(path).exists()) => {
                    self.diagnostics.report::<()>(at.key(value).pointer(), problem);
                }
                // That it leads nowhere is found when all references are checked; it does not lead into the document.
                Err(_) if file != 0 => *target = format_compact!("{}{target}", self.files.name(file).display()),
                Err(_) => {}
            }
        }
    }

    /// Has `reference`, which stands in `file`, name a component that is an `object`, or reports why it cannot.
    fn reference(&mut self, file: usize, at: &At<'_>, object: &'static Object, reference: &mut CompactString) {
        if let Err(problem) = self.resolve(file, object, reference) {
            self.diagnostics.report::<()>(at.pointer(), problem);
        }
    }

    /// Has `reference`, which stands in `file`, name a component that is an `object`.
    fn resolve(&mut self, file: usize, object: &'static Object, reference: &mut CompactString) -> Result<(), Problem> {
        let Some((section, kind)) = section(object) else { return Ok(()) };
        if file == 0 && is_plain(reference) {
            return Ok(());
        }
        let target = self.files.resolve(file, reference)?;
        if let Some(name) = target.pointer.component(section) {
            if target.file == 0 {
                *reference = Pointer::root().key("components").key(section).key(&name).to_compact_string();
                return Ok(());
            }
        } else if let Some(found) = target.pointer.section() {
            let (expected, found) = (kind.to_owned(), format!("one of the `{found}`"));
            return Err(Problem::ReferenceToWrongKind { reference: reference.to_string(), expected, found });
        }
        *reference = self.named(target, section, object).place().to_compact_string();
        Ok(())
    }

    /// The component that `target` becomes.
    fn named(&mut self, target: Target, section: &'static str, object: &'static Object) -> &Component {
        if !self.components.contains_key(&target) {
            let (names, numbers) = self.names.entry(section).or_default();
            let is_taken = |name: &str| names.contains(name) || self.files.has_component(0, section, name);
            let name = name::of(&self.files, &target, numbers, is_taken);
            names.insert(name.clone());
            self.components.insert(target.clone(), Component { section, name, object });
            self.queue.push_back(target.clone());
        }
        &self.components[&target]
    }

    /// What the component that `target` becomes consists of.
    fn body(&mut self, target: &Target) -> Value {
        let Component { section, name, object } = &self.components[target];
        let (section, name, object) = (*section, name.clone(), *object);
        let mut body = self.copy(target).unwrap_or_default();
        let components = At::ROOT.key("components");
        let section = components.key(section);
        let at = section.key(&name);
        self.moved.push((at.pointer(), target.clone()));
        self.visit(target.file, &at, Shape::RefOr(object), &mut body);
        body
    }

    /// Puts what `value` refers to in its place; what stands beside the reference counts more.
    fn inline(&mut self, file: usize, at: &At<'_>, shape: Shape, value: &mut Value) {
        let Some(reference) = value.get("$ref").and_then(Value::as_str).map(str::to_owned) else { return };
        let place = at.key("$ref");
        let target = match self.files.resolve(file, &reference) {
            // That it should not be there is all there is to say about it.
            Err(Problem::DanglingReference { .. }) if file == 0 && !matches!(shape, Shape::RefOr(_)) => return,
            // Once all is in one document, its references are checked, and it is known what there is instead.
            Err(Problem::DanglingReference { .. }) if file == 0 && Pointer::of_reference(&reference).is_some() => {
                return;
            }
            Err(problem) => return self.diagnostics.report(place.pointer(), problem).unwrap_or_default(),
            Ok(target) if self.inlining.contains(&target) => return,
            Ok(target) => target,
        };
        let Some(mut found) = self.copy(&target) else { return };
        if !matches!(shape, Shape::RefOr(_)) {
            let expected = shape.name();
            self.diagnostics.report::<()>(place.pointer(), Problem::InlinedReference { expected });
        }
        self.moved.push((at.pointer(), target.clone()));
        self.inlining.push(target.clone());
        self.visit(target.file, at, shape, &mut found);
        self.inlining.pop();
        if let Value::Object(beside) = value {
            beside.remove("$ref");
        }
        self.visit(file, at, shape, value);
        if let (Value::Object(found), Value::Object(beside)) = (&mut found, &mut *value) {
            found.extend(std::mem::take(beside));
        }
        *value = found;
    }

    /// A copy of what is at `target`, unless there have been too many.
    fn copy(&mut self, target: &Target) -> Option<Value> {
        let value = self.files.value(target)?;
        self.budget = self.budget.checked_sub(size(value))?;
        Some(value.clone())
    }
}

fn refers(members: &Map) -> bool {
    members.get("$ref").is_some_and(Value::is_string)
}

/// How many values there are in `value`.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    }
}

/// What the keyword `name`, which only OpenAPI 3.1 has, holds in a schema.
fn newer_field(object: &Object, name: &str) -> Option<Shape> {
    const ONE: Shape = Shape::BoolOr(&Shape::RefOr(&tables::SCHEMA));
    match name {
        _ if object.name != "Schema" => None,
        "$defs" | "definitions" | "patternProperties" | "dependentSchemas" => Some(Shape::Map(&ONE)),
        "prefixItems" => Some(Shape::List(&ONE)),
        "unevaluatedProperties" => Some(ONE),
        _ => None,
    }
}

/// Leaves references where the components stood, in the document and in components that hold others.
fn leave_references(document: &mut Value, components: &IndexMap<Target, Component>, bodies: &mut [Value]) {
    let mut inner_first: Vec<&Target> = components.keys().collect();
    inner_first.sort_by_key(|target| std::cmp::Reverse(target.pointer.segments().count()));
    for target in inner_first {
        let reference = Value::from([("$ref", components[target].place().to_string().into())]);
        let leave = |value: Option<&mut Value>| {
            if let Some(value) = value {
                *value = reference.clone();
            }
        };
        for (around, inner) in target.pointer.ancestors() {
            let around = Target { file: target.file, pointer: around };
            if let Some(index) = components.get_index_of(&around) {
                leave(bodies[index].at_mut(&inner));
            }
        }
        if target.file == 0 {
            leave(document.at_mut(&target.pointer));
        }
    }
}

/// Adds a component to `document`.
fn insert(document: &mut Value, component: &Component, body: Value) {
    let mut around = document;
    for name in ["components", component.section] {
        let Value::Object(members) = around else { return };
        around = members.or_insert(name, Value::empty_object());
    }
    if let Value::Object(members) = around {
        members.insert(component.name.as_str(), body);
    }
}
