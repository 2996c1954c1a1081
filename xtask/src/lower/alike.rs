//! Schemas without a name that are the same, and are called the same where they stand, or are enums of the same format:
//! one of them stands for all.
//!
//! Documents repeat themselves: what is created is updated, and what one operation takes, the next one takes as well.
//! What they say of the same thing differs from place to place, and is said there.

mod formats;
mod neutral;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem;

use self::neutral::Names;
use crate::ir::{self, Form, SchemaId, Step, Type};

/// Has one of the schemas that are alike take the place of the others, which nobody needs any more.
pub(super) fn merge(api: &mut ir::Api) {
    let (names, of_formats) = formats::groups(&api.schemas);
    stand_in(api, &of_formats, |api| {
        for ((first, _), name) in of_formats.iter().zip(names) {
            api.schemas[first.0].name = vec![name];
        }
    });
    // What holds schemas that are alike may be alike once these are the same.
    loop {
        let groups = groups(&api.schemas);
        if groups.is_empty() {
            return;
        }
        stand_in(api, &groups, |api| {
            let mut names = Names::new(api);
            for (best, group) in &groups {
                if let Some(name) = names.of(&api.schemas, group, *best) {
                    api.schemas[best.0].name = name;
                }
            }
        });
    }
}

/// Has one schema of each group, which is before it, stand in for the group, under the name that `rename` gives it.
fn stand_in(api: &mut ir::Api, groups: &[(SchemaId, Vec<SchemaId>)], rename: impl FnOnce(&mut ir::Api)) {
    let stand_ins = stand_ins(groups);
    for (id, stand_in) in &stand_ins {
        if let Ok([stand_in, schema]) = api.schemas.get_disjoint_mut([stand_in.0, id.0]) {
            stand_in.take_the_place_of(schema);
        }
    }
    rename(api);
    api.for_each_type(&mut |ty| {
        if let Some(id) = ty.schema_mut()
            && let Some(stand_in) = stand_ins.get(id)
        {
            *id = *stand_in;
        }
    });
}

/// The schemas that others can stand in for, and these.
fn stand_ins(groups: &[(SchemaId, Vec<SchemaId>)]) -> HashMap<SchemaId, SchemaId> {
    let others = groups.iter().flat_map(|(best, group)| group.iter().map(|id| (*id, *best)));
    others.filter(|(id, best)| id != best).collect()
}

/// The schemas that are alike, behind the one of them with the shortest name.
fn groups(schemas: &[ir::Schema]) -> Vec<(SchemaId, Vec<SchemaId>)> {
    let mut groups: HashMap<u64, Vec<Vec<SchemaId>>> = HashMap::new();
    for (index, schema) in schemas.iter().enumerate() {
        if !schema.is_component() && schema.is_needed() {
            let groups = groups.entry(hash(schema)).or_default();
            match groups.iter_mut().find(|group| is_alike(&schemas[group[0].0], schema)) {
                Some(group) => group.push(SchemaId(index)),
                None => groups.push(vec![SchemaId(index)]),
            }
        }
    }
    let several = groups.into_values().flatten().filter(|group| group.len() > 1);
    let best = |group: &[SchemaId]| group.iter().copied().min_by_key(|id| (schemas[id.0].name.len(), *id));
    let mut groups: Vec<_> = several.filter_map(|group| Some((best(&group)?, group))).collect();
    groups.sort();
    groups
}

/// The same number for schemas that are alike.
fn hash(schema: &ir::Schema) -> u64 {
    let mut hasher = DefaultHasher::new();
    schema.name.last().map(Step::word).hash(&mut hasher);
    match &schema.form {
        Form::Object { properties, rest } => {
            rest.hash(&mut hasher);
            for property in properties {
                (&property.name, &property.ty, property.required, &property.docs.description).hash(&mut hasher);
            }
        }
        Form::Union { tag, cases } => {
            tag.hash(&mut hasher);
            cases.iter().for_each(|case| case.ty.hash(&mut hasher));
        }
        Form::Choice(values) => values.iter().for_each(|value| value.value.hash(&mut hasher)),
        Form::Integers(values) => values.iter().for_each(|value| value.value.hash(&mut hasher)),
        Form::Text { pattern, example: _ } => pattern.hash(&mut hasher),
    }
    hasher.finish()
}

/// Whether two schemas differ in nothing but where they stand, and, if members say it, what is said of them there. They
/// are called the same, so that the name of either says what both are.
fn is_alike(one: &ir::Schema, other: &ir::Schema) -> bool {
    let flags = |schema: &ir::Schema| (schema.in_requests, schema.in_answers, schema.in_pages);
    let form = match (&one.form, &other.form) {
        (Form::Object { properties, rest }, Form::Object { properties: others, rest: other_rest }) => {
            rest == other_rest && properties.len() == others.len() && properties.iter().zip(others).all(is_same)
        }
        (form, other) => form == other,
    };
    let is_member = |schema: &ir::Schema| matches!(schema.name.last(), Some(Step::Member(_)));
    let docs = one.docs == other.docs || (is_member(one) && is_member(other));
    // Enums are the same in requests and answers.
    let is_enum = matches!(one.form, Form::Choice(_) | Form::Integers(_));
    form && (is_enum || flags(one) == flags(other))
        && docs
        && one.docs.deprecated == other.docs.deprecated
        && one.name.last().map(Step::word) == other.name.last().map(Step::word)
}

fn is_same((one, other): (&ir::Value, &ir::Value)) -> bool {
    let ir::Value { name, ty, required, nullable, docs, limits, example, at: _ } = one;
    (name, ty, required, nullable) == (&other.name, &other.ty, &other.required, &other.nullable)
        && (docs, limits, example) == (&other.docs, &other.limits, &other.example)
}

impl ir::Schema {
    /// Stands for `other` from now on, which nothing needs any more. What is said of one of them is not said of both.
    fn take_the_place_of(&mut self, other: &mut Self) {
        self.is_shared = true;
        self.in_requests |= mem::take(&mut other.in_requests);
        self.in_answers |= mem::take(&mut other.in_answers);
        self.in_pages |= mem::take(&mut other.in_pages);
        self.docs.deprecated &= other.docs.deprecated;
        if self.docs != other.docs {
            (self.docs.summary, self.docs.description) = (None, None);
        }
    }
}

impl ir::Api {
    /// Visits all types that something is of.
    fn for_each_type(&mut self, visit: &mut impl FnMut(&mut Type)) {
        for schema in &mut self.schemas {
            match &mut schema.form {
                Form::Object { properties, rest } => {
                    properties.iter_mut().map(|property| &mut property.ty).chain(rest).for_each(&mut *visit);
                }
                Form::Union { cases, .. } => cases.iter_mut().for_each(|case| visit(&mut case.ty)),
                Form::Text { .. } | Form::Choice(_) | Form::Integers(_) => {}
            }
        }
        for operation in self.resources.iter_mut().flat_map(|resource| &mut resource.operations) {
            operation.params.iter_mut().for_each(|param| visit(&mut param.value.ty));
            operation.headers.iter_mut().for_each(|header| visit(&mut header.ty));
            operation.refusals.iter_mut().for_each(|refusal| visit(&mut refusal.ty));
            match &mut operation.body {
                Some(ir::Body::Form(fields)) => fields.iter_mut().for_each(|field| visit(&mut field.value.ty)),
                Some(ir::Body::Members(members)) => members.iter_mut().for_each(|member| visit(&mut member.ty)),
                Some(ir::Body::Multipart(parts)) => parts.iter_mut().for_each(|part| visit(&mut part.value.ty)),
                Some(ir::Body::Json(value) | ir::Body::Text(value) | ir::Body::Binary(value)) => visit(&mut value.ty),
                None => {}
            }
            of_answer(&mut operation.answer, visit);
        }
        self.places.iter_mut().for_each(|(_, ty)| visit(ty));
    }
}

fn of_answer(answer: &mut ir::Answer, visit: &mut impl FnMut(&mut Type)) {
    match answer {
        ir::Answer::Json(ty) | ir::Answer::Events(Some(ty)) => visit(ty),
        ir::Answer::Page(page) => {
            visit(&mut page.item);
            visit(&mut page.envelope);
        }
        ir::Answer::Several(cases) => cases.iter_mut().for_each(|case| of_answer(&mut case.answer, visit)),
        ir::Answer::Empty
        | ir::Answer::Text(_)
        | ir::Answer::Binary(_)
        | ir::Answer::Events(None)
        | ir::Answer::Redirect => {}
    }
}
