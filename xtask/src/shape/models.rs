//! Models and newtypes.

mod sizes;

use std::collections::HashMap;

use indexmap::IndexMap;

use super::features::Owners;
use super::tags::Tags;
use super::types::Types;
use super::uses::Uses;
use super::{MOST_ARGUMENTS, docs, names, pattern, unions};
use crate::diagnostics::Diagnostics;
use crate::ir::{self, SchemaId};
use crate::rust::{Constant, Docs, Feature, Field, Model, ModelKind, Name, Newtype, Type, Variant};
use crate::workers;

/// The newtypes and models of `api`.
pub(super) fn all(
    api: &ir::Api,
    types: &Types<'_>,
    owners: Option<&Owners>,
    diagnostics: &mut Diagnostics,
) -> (Vec<Newtype>, Vec<Model>) {
    let (uses, tags) = (Uses::new(api), Tags::new(api));
    let shape = |(index, schema): (usize, &ir::Schema)| {
        let mut found = Diagnostics::new();
        (shaped(api, types, &uses, &tags, SchemaId(index), schema, &mut found), found)
    };
    let shaped = workers::map(api.schemas.iter().enumerate(), shape);
    let (mut newtypes, mut models) = (Vec::new(), Vec::new());
    for ((index, schema), shaped) in api.schemas.iter().enumerate().zip(diagnostics.collect(shaped)) {
        match shaped {
            Some(Shaped::Newtype(newtype)) => newtypes.push(newtype),
            Some(Shaped::Model(name, docs, kind)) => models.push((SchemaId(index), schema, name, docs, kind)),
            None => {}
        }
    }
    let named = models.iter().map(|(_, _, name, _, kind)| names::Named { name, members: members(kind) });
    let features = models.iter().map(|(id, schema, ..)| feature(owners, *id, schema));
    let features: Vec<Option<String>> = features.map(|feature| feature.map(str::to_owned)).collect();
    let modules = modules(&named.collect::<Vec<_>>(), &features);
    let shaped = models.into_iter().zip(modules.into_iter().zip(features));
    let mut models: Vec<Model> = shaped
        .map(|((_, schema, name, docs, kind), (module, feature))| model(schema, name, module, feature, docs, kind))
        .collect();
    mark_defaults(&mut models);
    sizes::box_large(&mut models);
    (newtypes, models)
}

/// What a schema becomes.
enum Shaped {
    Newtype(Newtype),
    Model(Name, Docs, ModelKind),
}

/// What `schema` becomes; `None` if nobody needs it.
fn shaped(
    api: &ir::Api,
    types: &Types<'_>,
    uses: &Uses<'_>,
    tags: &Tags<'_>,
    id: SchemaId,
    schema: &ir::Schema,
    diagnostics: &mut Diagnostics,
) -> Option<Shaped> {
    let kind = match &schema.form {
        _ if !schema.in_requests && !schema.in_answers && !schema.in_pages => return None,
        ir::Form::Text { pattern, example } => {
            return newtype(types, id, schema, pattern, example).map(Shaped::Newtype);
        }
        ir::Form::Object { properties, rest } => {
            let mut fields = fields(types, tags, id, schema, properties, diagnostics);
            fields.extend(rest.as_ref().map(|ty| self::rest(types, ty, &fields)));
            ModelKind::Struct(fields)
        }
        ir::Form::Choice(values) => ModelKind::Choice(variants(types, id, schema, values, String::clone, diagnostics)),
        ir::Form::Integers(values) => {
            ModelKind::Integers(variants(types, id, schema, values, i64::to_string, diagnostics))
        }
        ir::Form::Union { tag, cases } => ModelKind::Union(unions::union(api, types, id, tag.as_deref(), cases)),
    };
    let docs = docs::of_schema(schema, || uses.sentence(id, schema));
    Some(Shaped::Model(types.name(id), docs, kind))
}

/// Finds out which models have an empty value: those whose required fields all have one.
fn mark_defaults(models: &mut [Model]) {
    // The models that cannot do without a value of another.
    let mut needing: HashMap<Name, Vec<usize>> = HashMap::new();
    let mut lacking = Vec::new();
    for (index, model) in models.iter().enumerate() {
        let ModelKind::Struct(fields) = &model.kind else { continue };
        for field in fields.iter().filter(|field| field.required) {
            match if let Type::Box(inner) = &field.ty { inner } else { &field.ty } {
                Type::Newtype(_) | Type::Choice(_) | Type::Integers(_) | Type::Union(_) => lacking.push(index),
                Type::String if field.constant.is_some() => lacking.push(index),
                Type::Model(name) => needing.entry(name.clone()).or_default().push(index),
                _ => {}
            }
        }
    }
    // One that lacks it makes others lack it.
    while let Some(index) = lacking.pop() {
        let model = &mut models[index];
        if std::mem::replace(&mut model.default, false) {
            lacking.extend(needing.get(&model.name).into_iter().flatten());
        }
    }
}

fn newtype(
    types: &Types<'_>,
    id: SchemaId,
    schema: &ir::Schema,
    expression: &str,
    example: &Option<String>,
) -> Option<Newtype> {
    let parts = types.parts(id)?.clone();
    let name = types.name(id);
    let docs = docs::of(&schema.docs, || "A text of a fixed form.".to_owned(), None);
    let sample = example.clone().unwrap_or_else(|| pattern::sample(&parts));
    Some(Newtype { name, docs, expression: expression.to_owned(), parts, sample })
}

/// The feature that a schema's model is there for, unless it always is.
fn feature<'a>(owners: Option<&'a Owners>, id: SchemaId, schema: &ir::Schema) -> Option<&'a str> {
    let server_only = !schema.in_requests && !schema.in_answers;
    if server_only { Some(Feature::SERVER) } else { owners?.feature(id) }
}

/// The module of each model: those that are there for different features have different ones. If one has all that callers
/// need, it is `models` itself.
fn modules(models: &[names::Named<'_>], features: &[Option<String>]) -> Vec<Option<Name>> {
    let mut groups: IndexMap<Option<&str>, Vec<usize>> = IndexMap::new();
    for (index, feature) in features.iter().enumerate() {
        groups.entry(feature.as_deref()).or_default().push(index);
    }
    // What several resources need is called as it would be without features.
    groups.sort_by_key(|feature, _| feature.is_some_and(|feature| feature != Feature::SHARED));
    let is_undivided = groups.keys().all(|feature| matches!(feature, None | Some(Feature::SERVER)));
    let mut taken = names::Taken::default();
    let mut of_servers = names::Taken::default();
    let mut modules: Vec<Option<Name>> = vec![None; models.len()];
    for (feature, members) in groups {
        let (first, taken) = match feature {
            None | Some(Feature::SHARED) => (None, &mut taken),
            Some(Feature::SERVER) => (Some("pages".to_owned()), &mut of_servers),
            Some(resource) => (Some(taken.or(resource, "_only")), &mut taken),
        };
        let grouped: Vec<_> = members.iter().map(|index| models[*index]).collect();
        let named = names::modules(&grouped, first.as_deref(), taken);
        let is_all = is_undivided && feature.is_none() && named.iter().all(|module| *module == named[0]);
        for (index, module) in members.into_iter().zip(named) {
            modules[index] = Some(module).filter(|_| !is_all);
        }
    }
    modules
}

/// How many members or variants a model has.
fn members(kind: &ModelKind) -> usize {
    match kind {
        ModelKind::Struct(fields) => fields.len(),
        ModelKind::Choice(variants) => variants.len(),
        ModelKind::Integers(variants) => variants.len(),
        ModelKind::Union(union) => union.cases.len(),
    }
}

fn model(
    schema: &ir::Schema,
    name: Name,
    module: Option<Name>,
    feature: Option<String>,
    docs: Docs,
    kind: ModelKind,
) -> Model {
    let required = match &kind {
        ModelKind::Struct(fields) => fields.iter().filter(|field| field.is_needed()).count(),
        ModelKind::Choice(_) | ModelKind::Integers(_) | ModelKind::Union(_) => 0,
    };
    Model {
        module,
        feature,
        docs,
        deprecated: schema.docs.deprecated,
        default: matches!(kind, ModelKind::Struct(_)),
        literal: schema.in_requests && required > MOST_ARGUMENTS,
        kind,
        encode: schema.in_requests,
        name,
    }
}

fn fields(
    types: &Types<'_>,
    tags: &Tags<'_>,
    id: SchemaId,
    schema: &ir::Schema,
    properties: &[ir::Value],
    diagnostics: &mut Diagnostics,
) -> Vec<Field> {
    let mut scope = names::Scope::new(format!("field of `{}`", types.name(id).as_str()));
    let field = |property: &ir::Value| {
        let name = names::value(&property.name);
        let name = scope.add(diagnostics, name, &property.name, &property.at);
        let mut ty = types.of(&property.ty);
        if types.is_recursive(id, &property.ty) {
            ty = Type::Box(Box::new(ty));
        }
        // What contains itself without end can only be left out somewhere.
        let required = property.required && !property.nullable && !types.is_endless(id, &property.ty);
        let only = || types.only_variant(&property.ty).map(|(_, variant)| Constant::Variant(variant));
        let is_given = required && schema.in_requests;
        // Any value may be null by itself.
        let is_nullable = property.nullable && !property.required && schema.in_requests && ty != Type::Value;
        Field {
            constant: is_given.then(|| only().or_else(|| tags.constant(id, property))).flatten(),
            null: is_nullable.then(|| names::null(&name)),
            setter: names::model_setter(&name),
            name,
            wire: property.name.clone(),
            docs: property_docs(types, property),
            deprecated: property.docs.deprecated,
            // A model that callers make has a setter of this name.
            accessor: !required && !schema.in_requests && matches!(ty, Type::Newtype(_)),
            ty,
            required,
            // What the service sends is written in full, with null where that may be; what callers leave out is left
            // out, unless it has to be there.
            written: property.required || (property.nullable && !schema.in_requests),
            rest: false,
            example: property.example.clone(),
        }
    };
    let mut fields: Vec<Field> = properties.iter().map(field).collect();
    for (field, property) in fields.iter_mut().zip(properties) {
        field.null = field.null.take().map(|name| scope.free(name, &property.name, &property.at));
    }
    fields
}

/// The field that holds the properties, of type `ty`, that are none of `fields`.
fn rest(types: &Types<'_>, ty: &ir::Type, fields: &[Field]) -> Field {
    let name = names::rest(&fields.iter().map(|field| &field.name).collect::<Vec<_>>());
    Field {
        setter: names::model_setter(&name),
        name,
        wire: String::new(),
        docs: Docs("All other properties, by name.".to_owned()),
        deprecated: false,
        ty: Type::Map(Box::new(types.of(ty))),
        required: true,
        written: true,
        constant: None,
        null: None,
        accessor: false,
        rest: true,
        example: None,
    }
}

/// The docs of a property, a parameter or a field of a form.
pub(super) fn property_docs(types: &Types<'_>, value: &ir::Value) -> Docs {
    value_docs(types, value, || format!("Called {} on the wire.", docs::code(&value.name)))
}

/// The docs of a value; `fallback` says what it is, unless the document does.
pub(super) fn value_docs(types: &Types<'_>, value: &ir::Value, fallback: impl FnOnce() -> String) -> Docs {
    // The form of a newtype and the values of an enum are described where the type is.
    let limits = match types.of(&value.ty) {
        Type::Newtype(_) | Type::Choice(_) | Type::Integers(_) => {
            ir::Limits { default: value.limits.default.clone(), ..ir::Limits::default() }
        }
        _ => value.limits.clone(),
    };
    docs::of(&value.docs, fallback, Some(&limits))
}

/// The variants of an enum; one without a name is called after its value.
fn variants<T: Clone>(
    types: &Types<'_>,
    id: SchemaId,
    schema: &ir::Schema,
    values: &[ir::Known<T>],
    text: impl Fn(&T) -> String,
    diagnostics: &mut Diagnostics,
) -> Vec<Variant<T>> {
    let mut scope = names::Scope::new(format!("variant of `{}`", types.name(id).as_str()));
    let variant = |(ir::Known { value, name: _, description }, name): (&ir::Known<T>, Name)| {
        let name = scope.add(diagnostics, name, &text(value), &schema.at.key("enum"));
        let docs = description.as_ref().map(|description| Docs(docs::told(description)));
        Variant { name, wire: value.clone(), docs }
    };
    values.iter().zip(names::variants(values, &text)).map(variant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(models: &[(&str, Option<&str>)]) -> Vec<Option<String>> {
        let names: Vec<Name> = models.iter().map(|(name, _)| Name::new(*name)).collect();
        let named: Vec<names::Named<'_>> = names.iter().map(|name| names::Named { name, members: 1 }).collect();
        let features: Vec<Option<String>> = models.iter().map(|(_, feature)| feature.map(str::to_owned)).collect();
        modules(&named, &features).into_iter().map(|module| module.map(|name| name.as_str().to_owned())).collect()
    }

    #[test]
    fn models_itself_has_all_models_or_none() {
        let name = |name: &str| Some(name.to_owned());
        let pages = ("PetList", Some(Feature::SERVER));
        assert_eq!(of(&[("Pet", None), ("PetFood", None), pages]), [None, None, name("pages")]);
        assert_eq!(of(&[("Pet", None), ("Owner", None)]), [name("pet"), name("owner")]);
        // Its modules could be called like packages that what stands beside them mentions.
        assert_eq!(of(&[("Pet", None), ("Std", Some(Feature::SHARED))]), [name("pet"), name("std")]);
    }
}
