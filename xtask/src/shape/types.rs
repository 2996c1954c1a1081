//! Which type in Rust a type of the API becomes.

use std::collections::{HashMap, HashSet};

use super::circles::Circles;
use super::{names, pattern};
use crate::diagnostics::{Diagnostics, Problem};
use crate::ir::{self, SchemaId};
use crate::rust::{Name, Part, Type};

/// The types of all schemas.
pub(super) struct Types<'a> {
    api: &'a ir::Api,
    names: Vec<Name>,
    /// The parts of the schemas that become newtypes.
    parts: HashMap<SchemaId, Vec<Part>>,
    /// The schemas whose values hold one another.
    circles: Circles,
    /// Those of them that do so whatever is left out.
    endless: Circles,
}

impl<'a> Types<'a> {
    pub(super) fn new(api: &'a ir::Api, diagnostics: &mut Diagnostics) -> Self {
        let mut scope = names::Scope::new("type");
        let mut types = Self {
            api,
            names: vec![Name::new(""); api.schemas.len()],
            parts: HashMap::new(),
            circles: Circles::of(&held(api, false)),
            endless: Circles::of(&held(api, true)),
        };
        // Those with a name of their own come first, so that they keep it.
        let (named, unnamed): (Vec<_>, Vec<_>) =
            api.schemas.iter().enumerate().partition(|(_, schema)| schema.is_component());
        let long = api.schemas.iter().map(long).collect();
        let paths: Vec<&[ir::Step]> = api.schemas.iter().map(|schema| schema.name.as_slice()).collect();
        let names = names::models(&paths, long);
        for (index, schema) in named.into_iter().chain(unnamed) {
            let (words, name) = (schema.words(), names[index].clone());
            types.names[index] = if schema.is_component() && schema.is_needed() {
                scope.add(diagnostics, name, &words.join("."), &schema.at)
            } else {
                // Where it stands was our choice of a name, so there is nothing that the author could do.
                scope.free(name, &words.join("."), &schema.at)
            };
            if let ir::Form::Text { pattern, .. } = &schema.form {
                match pattern::parts(pattern) {
                    Ok(parts) => drop(types.parts.insert(SchemaId(index), parts)),
                    Err(reason) => {
                        let problem = Problem::InvalidPattern { pattern: pattern.clone(), reason };
                        diagnostics.report::<()>(&schema.at.key("pattern"), problem);
                    }
                }
            }
        }
        types
    }

    /// The name of a schema's type.
    pub(super) fn name(&self, id: SchemaId) -> Name {
        self.names[id.0].clone()
    }

    /// The parts of a schema that becomes a newtype.
    pub(super) fn parts(&self, id: SchemaId) -> Option<&Vec<Part>> {
        self.parts.get(&id)
    }

    /// What `ty` becomes.
    pub(super) fn of(&self, ty: &ir::Type) -> Type {
        match ty {
            ir::Type::Text => Type::String,
            ir::Type::Boolean => Type::Bool,
            ir::Type::Int32 => Type::I32,
            ir::Type::Int64 => Type::I64,
            ir::Type::UInt32 => Type::U32,
            ir::Type::UInt64 => Type::U64,
            ir::Type::Float => Type::F32,
            ir::Type::Double => Type::F64,
            ir::Type::Instant => Type::Timestamp,
            ir::Type::MailTime => Type::MailTime,
            ir::Type::Date => Type::Date,
            ir::Type::Bytes => Type::Bytes,
            ir::Type::Any => Type::Value,
            ir::Type::List(item) => Type::Vec(Box::new(self.of(item))),
            ir::Type::Map(value) => Type::Map(Box::new(self.of(value))),
            ir::Type::Nullable(inner) => Type::Option(Box::new(self.of(inner))),
            ir::Type::Schema(id) => match &self.api.schema(*id).form {
                ir::Form::Object { .. } => Type::Model(self.name(*id)),
                ir::Form::Choice(_) => Type::Choice(self.name(*id)),
                ir::Form::Integers(_) => Type::Integers(self.name(*id)),
                ir::Form::Union { .. } => Type::Union(self.name(*id)),
                ir::Form::Text { .. } if self.parts.contains_key(id) => Type::Newtype(self.name(*id)),
                ir::Form::Text { .. } => Type::String,
            },
        }
    }

    /// Whether values of `ty` are objects.
    pub(super) fn is_object(&self, ty: &ir::Type) -> bool {
        self.is_object_beside(ty, &mut HashSet::new())
    }

    /// Whether values of `ty` are objects, if those of the schemas in `seen` are.
    fn is_object_beside(&self, ty: &ir::Type, seen: &mut HashSet<SchemaId>) -> bool {
        match ty {
            ir::Type::Map(_) => true,
            ir::Type::Schema(id) => match &self.api.schema(*id).form {
                ir::Form::Object { .. } => true,
                ir::Form::Union { .. } if !seen.insert(*id) => true,
                ir::Form::Union { cases, .. } => cases.iter().all(|case| self.is_object_beside(&case.ty, seen)),
                ir::Form::Text { .. } | ir::Form::Choice(_) | ir::Form::Integers(_) => false,
            },
            _ => false,
        }
    }

    /// The only variant that is known of the enum of texts that `ty` is, after the name of the enum.
    pub(super) fn only_variant(&self, ty: &ir::Type) -> Option<(Name, Name)> {
        let ir::Type::Schema(id) = ty else { return None };
        match &self.api.schema(*id).form {
            ir::Form::Choice(values) => match values.as_slice() {
                [only] => Some((self.name(*id), names::variant(only.name.as_ref().unwrap_or(&only.value)))),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a value of `ty` within `owner` would make `owner` contain itself.
    pub(super) fn is_recursive(&self, owner: SchemaId, ty: &ir::Type) -> bool {
        held_by(ty).is_some_and(|id| self.circles.share(owner.0, id.0))
    }

    /// Whether a value of `ty` within `owner` would make `owner` contain itself without end.
    pub(super) fn is_endless(&self, owner: SchemaId, ty: &ir::Type) -> bool {
        held_by(ty).is_some_and(|id| self.endless.share(owner.0, id.0))
    }
}

/// The name of a schema's type with all the words of its place.
fn long(schema: &ir::Schema) -> Name {
    let is_text = matches!(schema.form, ir::Form::Text { .. });
    if is_text { names::newtype(&schema.words()) } else { names::model(&schema.words()) }
}

/// The schema of which a value of `ty` holds one directly.
fn held_by(ty: &ir::Type) -> Option<SchemaId> {
    // A list or map holds its values elsewhere, and may be empty.
    if let ir::Type::Schema(id) = ty { Some(*id) } else { None }
}

/// The schemas whose values each schema's hold directly, with `only_required` even if all is left out that can be.
fn held(api: &ir::Api, only_required: bool) -> Vec<Vec<usize>> {
    let held = |schema: &ir::Schema| -> Vec<usize> {
        let direct = |ty: &ir::Type| held_by(ty).map(|id| id.0);
        match &schema.form {
            ir::Form::Object { properties, .. } => properties
                .iter()
                .filter(|property| !only_required || (property.required && !property.nullable))
                .filter_map(|property| direct(&property.ty))
                .collect(),
            // Another case, or an unknown one, may be the way out.
            ir::Form::Union { .. } if only_required => Vec::new(),
            ir::Form::Union { cases, .. } => cases.iter().filter_map(|case| direct(&case.ty)).collect(),
            ir::Form::Text { .. } | ir::Form::Choice(_) | ir::Form::Integers(_) => Vec::new(),
        }
    };
    api.schemas.iter().map(held).collect()
}
