//! Unions: what their variants are called, and how their values are told apart.

use super::names;
use super::types::Types;
use crate::ir::{self, SchemaId};
use crate::rust::{Case, Shape, Type, Union};

/// The union of `cases`, which is the schema `id`.
pub(super) fn union(api: &ir::Api, types: &Types<'_>, id: SchemaId, tag: Option<&str>, cases: &[ir::Case]) -> Union {
    let mut taken = names::Taken::default();
    let case = |case: &ir::Case| {
        let ty = types.of(&case.ty);
        // A variant that holds the union itself, or leads to it, needs a box.
        let ty = if types.is_recursive(id, &case.ty) { Type::Box(Box::new(ty)) } else { ty };
        let own = match &case.ty {
            ir::Type::Schema(part) => Some(without_prefix(&api.schema(*part).name, &api.schema(id).name)),
            _ => case.name.clone(),
        };
        let name = names::case(&own.unwrap_or_else(|| kind(&case.ty).to_owned()), &mut taken);
        Case { name, ty, tags: case.tags.clone(), shapes: shapes(api, &case.ty, &mut Vec::new()) }
    };
    Union { tag: tag.map(str::to_owned), cases: cases.iter().map(case).collect() }
}

/// The name of a schema, without that of the one that it stands within.
fn without_prefix(name: &[String], owner: &[String]) -> String {
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

/// What values of `ty` look like.
fn shapes(api: &ir::Api, ty: &ir::Type, seen: &mut Vec<SchemaId>) -> Vec<Shape> {
    let one = match ty {
        ir::Type::Text | ir::Type::Instant | ir::Type::MailTime | ir::Type::Date | ir::Type::Bytes => Shape::Text,
        ir::Type::Boolean => Shape::Boolean,
        ir::Type::Int32 | ir::Type::Int64 | ir::Type::UInt32 | ir::Type::UInt64 => Shape::Integer,
        ir::Type::Float | ir::Type::Double => Shape::Number,
        ir::Type::Any => Shape::Any,
        ir::Type::Nullable(inner) => return shapes(api, inner, seen),
        ir::Type::List(item) => Shape::Array(shapes(api, item, seen)),
        ir::Type::Map(_) => Shape::Object { required: Vec::new(), constants: Vec::new(), known: Vec::new() },
        ir::Type::Schema(id) => match &api.schema(*id).form {
            ir::Form::Text { .. } | ir::Form::Choice(_) => Shape::Text,
            ir::Form::Integers(_) => Shape::Integer,
            ir::Form::Object { properties, .. } => object(api, properties),
            ir::Form::Union { .. } if seen.contains(id) => return Vec::new(),
            ir::Form::Union { cases, .. } => {
                seen.push(*id);
                return cases.iter().flat_map(|case| shapes(api, &case.ty, seen)).collect();
            }
        },
    };
    vec![one]
}

fn object(api: &ir::Api, properties: &[ir::Value]) -> Shape {
    let constant = |property: &ir::Value| {
        let ir::Type::Schema(id) = &property.ty else { return None };
        match &api.schema(*id).form {
            // More than one may be an enumeration that grows.
            ir::Form::Choice(values) if values.len() == 1 && !property.nullable => {
                Some((property.name.clone(), values.iter().map(|known| known.value.clone()).collect()))
            }
            _ => None,
        }
    };
    Shape::Object {
        required: properties
            .iter()
            .filter(|property| property.required)
            .map(|property| property.name.clone())
            .collect(),
        constants: properties.iter().filter_map(constant).collect(),
        known: properties.iter().map(|property| property.name.clone()).collect(),
    }
}
