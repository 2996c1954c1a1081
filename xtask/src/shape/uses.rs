//! What a schema is for, as far as that can be seen: which operations take or return it, and what else holds it.

use std::collections::HashMap;

use super::docs;
use crate::ir::{self, SchemaId, Step};

/// So many operations are named one by one.
const MOST_NAMED: usize = 3;

/// What uses each schema that the document says nothing about.
#[derive(Default)]
pub(super) struct Uses<'a>(HashMap<SchemaId, Use<'a>>);

/// What uses a schema.
#[derive(Default)]
struct Use<'a> {
    /// The operations that return it, that return lists of it, that take it, and that refuse with it.
    operations: [Vec<&'a str>; 4],
    /// The place where something else holds it, and how many there are.
    held: Option<Vec<Step>>,
    holders: usize,
}

/// What one operation does with a schema, and several do, in the order of [`Use::operations`].
const VERBS: [(&str, &str); 4] =
    [("returns", "return"), ("lists", "list"), ("takes", "take"), ("refuses with", "refuse with")];
const RETURNED: usize = 0;
const LISTED: usize = 1;
const TAKEN: usize = 2;
const REFUSED: usize = 3;

impl<'a> Uses<'a> {
    pub(super) fn new(api: &'a ir::Api) -> Self {
        let mut uses = Self::default();
        for operation in api.operations() {
            uses.operation(operation);
        }
        // What only pages need, callers do not see.
        for schema in api.schemas.iter().filter(|schema| schema.in_requests || schema.in_answers) {
            match &schema.form {
                ir::Form::Object { properties, rest } => {
                    properties.iter().for_each(|property| uses.member(&schema.name, property));
                    rest.iter().for_each(|ty| uses.held(with(&schema.name, Step::Value), ty));
                }
                ir::Form::Union { cases, .. } => {
                    let alternative = || with(&schema.name, Step::Alternative(String::new()));
                    cases.iter().for_each(|case| uses.held(alternative(), &case.ty));
                }
                ir::Form::Text { .. } | ir::Form::Choice(_) | ir::Form::Integers(_) => {}
            }
        }
        uses
    }

    /// What `schema` is for, in a sentence.
    pub(super) fn sentence(&self, id: SchemaId, schema: &ir::Schema) -> String {
        if !schema.is_component() {
            return docs::place(&schema.name, schema.is_shared);
        }
        let known = self.0.get(&id);
        let sentence = known.and_then(Use::sentence);
        sentence.unwrap_or_else(|| format!("The schema {}.", docs::code(&schema.words().join("."))))
    }

    fn operation(&mut self, operation: &'a ir::Operation) {
        let context = [Step::Operation(operation.id.clone())];
        operation.params.iter().for_each(|param| self.member(&context, &param.value));
        match &operation.body {
            Some(ir::Body::Form(fields)) => fields.iter().for_each(|field| self.member(&context, &field.value)),
            Some(ir::Body::Members(members)) => members.iter().for_each(|member| self.member(&context, member)),
            Some(ir::Body::Multipart(parts)) => parts.iter().for_each(|part| self.member(&context, &part.value)),
            Some(ir::Body::Json(value)) => self.add(TAKEN, &operation.id, &value.ty),
            Some(ir::Body::Text(_) | ir::Body::Binary(_)) | None => {}
        }
        self.answer(&operation.id, &operation.answer);
        operation.refusals.iter().for_each(|refusal| self.add(REFUSED, &operation.id, &refusal.ty));
    }

    fn answer(&mut self, id: &'a str, answer: &ir::Answer) {
        match answer {
            ir::Answer::Json(ty) | ir::Answer::Events(Some(ty)) => self.add(RETURNED, id, ty),
            ir::Answer::Page(page) => {
                self.add(RETURNED, id, &page.envelope);
                self.add(LISTED, id, &ir::Type::List(Box::new(page.item.clone())));
            }
            ir::Answer::Several(cases) => cases.iter().for_each(|case| self.answer(id, &case.answer)),
            ir::Answer::Empty
            | ir::Answer::Text(_)
            | ir::Answer::Binary(_)
            | ir::Answer::Events(None)
            | ir::Answer::Redirect => {}
        }
    }

    /// The operation called `id` has the use of this number for a value of `ty`.
    fn add(&mut self, number: usize, id: &'a str, ty: &ir::Type) {
        match ty {
            ir::Type::Schema(schema) => {
                let operations = &mut self.0.entry(*schema).or_default().operations[number];
                if !operations.contains(&id) {
                    operations.push(id);
                }
            }
            ir::Type::List(item) if number == RETURNED || number == LISTED => self.add(LISTED, id, item),
            _ => self.held(vec![Step::Operation(id.to_owned())], ty),
        }
    }

    fn member(&mut self, context: &[Step], value: &ir::Value) {
        self.held(with(context, Step::Member(value.name.clone())), &value.ty);
    }

    /// A value of `ty` is held at `place`.
    fn held(&mut self, place: Vec<Step>, ty: &ir::Type) {
        match ty {
            ir::Type::List(inner) => self.held(with(&place, Step::Item), inner),
            ir::Type::Map(inner) => self.held(with(&place, Step::Value), inner),
            ir::Type::Nullable(inner) => self.held(place, inner),
            ir::Type::Schema(id) => {
                let known = self.0.entry(*id).or_default();
                known.held.get_or_insert(place);
                known.holders += 1;
            }
            _ => {}
        }
    }
}

impl Use<'_> {
    fn sentence(&self) -> Option<String> {
        let uses = self.operations.iter().zip(VERBS).filter(|(operations, _)| !operations.is_empty());
        let uses: Vec<String> = uses.map(|(operations, (one, several))| used(operations, one, several)).collect();
        if uses.is_empty() {
            return self.held.as_ref().map(|held| docs::place(held, self.holders > 1));
        }
        let others = if self.holders > 0 { ", among others" } else { "" };
        Some(docs::sentence(&format!("what {}{others}", listed(&uses))))
    }
}

/// "`listPets` returns", "`listPets` and `getPet` return".
fn used(operations: &[&str], one: &str, several: &str) -> String {
    match operations {
        [only] => format!("{} {one}", docs::code(only)),
        [first, rest @ ..] if rest.len() >= MOST_NAMED => {
            format!("{} and {} other operations {several}", docs::code(first), rest.len())
        }
        all => format!("{} {several}", listed(&all.iter().map(|id| docs::code(id)).collect::<Vec<_>>())),
    }
}

/// "a, b and c".
fn listed(items: &[String]) -> String {
    match items {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        items => items.concat(),
    }
}

fn with(path: &[Step], step: Step) -> Vec<Step> {
    let mut path = path.to_vec();
    path.push(step);
    path
}
