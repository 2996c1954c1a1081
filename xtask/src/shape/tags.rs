//! Tags: the members by which objects say which alternative of a union they are.

use std::collections::HashMap;

use super::names;
use crate::ir::{self, SchemaId};
use crate::rust::Constant;

/// The tags of all objects that are alternatives.
pub(super) struct Tags<'a> {
    api: &'a ir::Api,
    /// The name of the tag and its text; nothing where unions do not agree on them.
    tags: HashMap<SchemaId, Option<(&'a str, &'a str)>>,
}

impl<'a> Tags<'a> {
    pub(super) fn new(api: &'a ir::Api) -> Self {
        let mut tags: HashMap<SchemaId, Option<(&str, &str)>> = HashMap::new();
        for schema in api.schemas.iter().filter(|schema| schema.in_requests) {
            let ir::Form::Union { tag: Some(tag), cases } = &schema.form else { continue };
            for case in cases {
                let (ir::Type::Schema(id), [text]) = (&case.ty, case.tags.as_slice()) else { continue };
                let announced = Some((tag.as_str(), text.as_str()));
                let known = tags.entry(*id).or_insert(announced);
                *known = known.filter(|known| Some(*known) == announced);
            }
        }
        Self { api, tags }
    }

    /// What `property` of the object `owner` is if callers say nothing else.
    pub(super) fn constant(&self, owner: SchemaId, property: &ir::Value) -> Option<Constant> {
        let (name, text) = self.tags.get(&owner).copied().flatten()?;
        if property.name != name {
            return None;
        }
        match &property.ty {
            ir::Type::Text => Some(Constant::Text(text.to_owned())),
            ir::Type::Schema(id) => match &self.api.schema(*id).form {
                ir::Form::Choice(values) => {
                    let index = values.iter().position(|known| known.value == text)?;
                    names::variants(values, String::clone).into_iter().nth(index).map(Constant::Variant)
                }
                _ => None,
            },
            _ => None,
        }
    }
}
