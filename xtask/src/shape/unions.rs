//! Unions: what their variants are called, and how their values are told apart.

use std::collections::HashMap;

use super::names;
use super::types::Types;
use crate::ir::{self, SchemaId};
use crate::rust::{Case, Name, Shape, Type, Union};

/// The union of `cases`, which is the schema `id`.
pub(super) fn union(api: &ir::Api, types: &Types<'_>, id: SchemaId, tag: Option<&str>, cases: &[ir::Case]) -> Union {
    let mut taken = names::Taken::default();
    let case = |(case, shapes): (&ir::Case, Vec<Shape>)| {
        let ty = types.of(&case.ty);
        // A variant that holds the union itself, or leads to it, needs a box.
        let ty = if types.is_recursive(id, &case.ty) { Type::Box(Box::new(ty)) } else { ty };
        let own = match &case.ty {
            ir::Type::Schema(part) => Some(without_prefix(&api.schema(*part).words(), &api.schema(id).words())),
            _ => case.name.clone(),
        };
        let name = names::case(&own.unwrap_or_else(|| kind(&case.ty).to_owned()), &mut taken);
        Case { name, ty, tags: case.tags.clone(), shapes }
    };
    let shapes = told_apart(cases.iter().map(|case| Shapes::new(api, types).of(&case.ty)).collect());
    Union { tag: tag.map(str::to_owned), cases: cases.iter().zip(shapes).map(case).collect() }
}

/// The name of a schema, without that of the one that it stands within.
fn without_prefix(name: &[&str], owner: &[&str]) -> String {
    name.strip_prefix(owner).filter(|rest| !rest.is_empty()).unwrap_or(name).join(" ")
}

/// What a type without a name is called.
fn kind(ty: &ir::Type) -> &'static str {
    match ty {
        ir::Type::Text => "text",
        ir::Type::Boolean => "boolean",
        ir::Type::Int32 | ir::Type::Int64 | ir::Type::UInt32 | ir::Type::UInt64 => "integer",
        ir::Type::Float | ir::Type::Double => "number",
        ir::Type::Instant | ir::Type::MailTime => "time",
        ir::Type::Date => "date",
        ir::Type::Bytes => "bytes",
        ir::Type::Any => "any",
        ir::Type::List(_) => "list",
        ir::Type::Map(_) => "map",
        ir::Type::Nullable(inner) => kind(inner),
        ir::Type::Schema(_) => "object",
    }
}

/// What values look like.
struct Shapes<'a> {
    api: &'a ir::Api,
    types: &'a Types<'a>,
    /// The unions that lead to the type.
    unions: Vec<SchemaId>,
    /// Whether the type is that of a member or of an item.
    is_nested: bool,
}

impl<'a> Shapes<'a> {
    fn new(api: &'a ir::Api, types: &'a Types<'a>) -> Self {
        Self { api, types, unions: Vec::new(), is_nested: false }
    }

    /// What values of `ty` look like.
    fn of(&mut self, ty: &ir::Type) -> Vec<Shape> {
        let one = match ty {
            ir::Type::Text | ir::Type::Instant | ir::Type::MailTime | ir::Type::Date | ir::Type::Bytes => Shape::Text,
            ir::Type::Boolean => Shape::Boolean,
            ir::Type::Int32 | ir::Type::Int64 | ir::Type::UInt32 | ir::Type::UInt64 => Shape::Integer,
            ir::Type::Float | ir::Type::Double => Shape::Number,
            ir::Type::Any => Shape::Any,
            ir::Type::Nullable(inner) => return self.of(inner),
            ir::Type::List(item) => {
                let is_nested = std::mem::replace(&mut self.is_nested, true);
                let items = self.of(item);
                self.is_nested = is_nested;
                Shape::Array(items)
            }
            ir::Type::Map(_) => self.object(None, &[]),
            ir::Type::Schema(id) => match &self.api.schema(*id).form {
                ir::Form::Text { .. } | ir::Form::Choice(_) => Shape::Text,
                ir::Form::Integers(_) => Shape::Integer,
                ir::Form::Object { properties, rest: _ } => {
                    let model = if let Type::Model(name) = self.types.of(ty) { Some(name) } else { None };
                    self.object(model, properties)
                }
                ir::Form::Union { .. } if self.unions.contains(id) => return Vec::new(),
                ir::Form::Union { cases, .. } => {
                    self.unions.push(*id);
                    return cases.iter().flat_map(|case| self.of(&case.ty)).collect();
                }
            },
        };
        vec![one]
    }

    fn object(&self, model: Option<Name>, properties: &[ir::Value]) -> Shape {
        let constant = |property: &ir::Value| {
            let ir::Type::Schema(id) = &property.ty else { return None };
            match &self.api.schema(*id).form {
                // More than one may be an enumeration that grows.
                ir::Form::Choice(values) if values.len() == 1 && !property.nullable => {
                    Some((property.name.clone(), values.iter().map(|known| known.value.clone()).collect()))
                }
                _ => None,
            }
        };
        let nested = |property: &ir::Value| {
            // What is deeper tells nothing apart that people would mistake for one another.
            let shapes = Shapes { is_nested: true, ..Shapes::new(self.api, self.types) }.of(&property.ty);
            shapes.iter().any(Shape::has_members).then(|| (property.name.clone(), shapes))
        };
        Shape::Object {
            model,
            constants: properties.iter().filter_map(constant).collect(),
            nested: if self.is_nested { Vec::new() } else { properties.iter().filter_map(nested).collect() },
        }
    }
}

impl Shape {
    /// Whether values have members that are known, or their items have.
    fn has_members(&self) -> bool {
        match self {
            Self::Object { model, .. } => model.is_some(),
            Self::Array(items) => items.iter().any(Self::has_members),
            _ => false,
        }
    }
}

/// The shapes of the alternatives, with those of members only where they differ between alternatives.
fn told_apart(mut alternatives: Vec<Vec<Shape>>) -> Vec<Vec<Shape>> {
    let mut members: HashMap<String, Vec<Vec<Shape>>> = HashMap::new();
    for shape in alternatives.iter().flatten() {
        if let Shape::Object { nested, .. } = shape {
            nested.iter().for_each(|(name, shapes)| members.entry(name.clone()).or_default().push(shapes.clone()));
        }
    }
    members.retain(|_, shapes| shapes.iter().any(|other| *other != shapes[0]));
    for shape in alternatives.iter_mut().flatten() {
        if let Shape::Object { nested, .. } = shape {
            nested.retain(|(name, _)| members.contains_key(name));
        }
    }
    alternatives
}
