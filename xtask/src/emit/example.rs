//! Examples: calls as a caller would write them, for documentation.

use std::collections::BTreeSet;

use heck::{ToKebabCase, ToSnakeCase};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use serde_json::Value as Json;

use crate::render;
use crate::rust::{
    Crate, Field, Input, Model, ModelKind, Name, Operation, Output, Resource, Taken, Type, Union, Variant, Write,
};

/// More optional inputs than this make an example long.
const MOST_SETTERS: usize = 3;

/// An example of more values than this, inputs and what they hold, is none.
const MOST_VALUES: usize = 30;

/// A call of `operation`, as a section of documentation that is compiled; `None` if it would be too long to be read.
pub(super) fn operation(krate: &Crate, resource: &Resource, operation: &Operation) -> Option<String> {
    let mut example = Example::new(krate);
    let call = example.call(resource, operation)?;
    let statements = calling(&call, resource, operation);
    let library = krate.library.as_str();
    let inputs = operation.inputs.as_ref().map(|inputs| {
        let module = resource.module.to_token_stream();
        format!("use {library}::{module}::{};\n", inputs.as_str())
    });
    let imports = example.imports() + inputs.as_deref().unwrap_or_default();
    let blank = if imports.is_empty() { "" } else { "\n" };
    Some(format!(
        "```no_run\n{imports}{blank}# async fn example(client: {library}::Client) -> {library}::Result<()> {{\n{}# Ok(()) }}\n```",
        render::statements(statements),
    ))
}

/// What to do with the call of an operation.
pub(super) fn calling(call: &TokenStream, resource: &Resource, operation: &Operation) -> TokenStream {
    match &operation.output {
        Output::Empty => quote!(#call.await?;),
        Output::Text(_) => quote!(let text = #call.await?; println!("{text}");),
        Output::Binary(_) => quote!(let content = #call.await?.bytes().await?; println!("{} bytes", content.len());),
        Output::Events(_) => quote! {
            let mut events = #call.await?;
            while let Some(event) = events.next().await {
                let event = event?;
                println!("{:?}", event.data);
            }
        },
        Output::Redirect => quote!(let redirect = #call.await?; println!("{:?}", redirect.location);),
        Output::Several(_) => quote!(let answer = #call.await?; println!("{answer:?}");),
        Output::Json(ty) => {
            let value = variable(ty);
            let shown = format!("{{{value}:?}}");
            quote!(let #value = #call.await?; println!(#shown);)
        }
        Output::Page { item, .. } => {
            let (item, items) = (variable(item), &resource.module);
            let shown = format!("{{{item}:?}}");
            quote! {
                let mut #items = #call.stream();
                while let Some(#item) = #items.next().await {
                    let #item = #item?;
                    println!(#shown);
                }
            }
        }
    }
}

/// A variable for a value of this type.
fn variable(ty: &Type) -> Ident {
    match ty {
        Type::Model(name) => syn::parse_str(&name.as_str().to_snake_case()).unwrap_or_else(|_| format_ident!("value")),
        Type::Box(inner) => variable(inner),
        Type::Vec(_) => format_ident!("values"),
        _ => format_ident!("value"),
    }
}

/// An example in the making.
pub(super) struct Example<'a> {
    krate: &'a Crate,
    /// The models that it names.
    models: BTreeSet<&'a Name>,
    /// How many values it has so far.
    values: usize,
    /// Whether it uploads files, which need not be there unless it is run.
    files: bool,
}

impl<'a> Example<'a> {
    pub(super) fn new(krate: &'a Crate) -> Self {
        Self { krate, models: BTreeSet::new(), values: 0, files: true }
    }

    /// An example that can be run, where there are no files.
    pub(super) fn without_files(krate: &'a Crate) -> Self {
        Self { files: false, ..Self::new(krate) }
    }

    /// `use` declarations for the models that it names.
    pub(super) fn imports(&self) -> String {
        let library = self.krate.library.as_str();
        self.models.iter().map(|model| format!("use {library}::models::{};\n", model.as_str())).collect()
    }

    /// The models that it names.
    pub(super) fn models(&self) -> impl Iterator<Item = &'a Name> {
        self.models.iter().copied()
    }

    /// `client.plugins().create("crm").friendly_name("CRM")`; `None` if it gets too long.
    pub(super) fn call(&mut self, resource: &Resource, operation: &'a Operation) -> Option<TokenStream> {
        let (module, method) = (&resource.module, &operation.method);
        let owned = operation.inputs.is_some();
        let given: Option<Vec<TokenStream>> =
            operation.arguments.iter().map(|input| self.input(input, owned)).collect();
        let given = given?;
        let arguments = match &operation.inputs {
            Some(inputs) => {
                let names = operation.arguments.iter().map(|input| &input.name);
                quote!(#inputs { #(#names: #given),* })
            }
            None => quote!(#(#given),*),
        };
        let mut setters = Vec::new();
        for setter in operation.setters.iter().filter(is_shown).take(MOST_SETTERS) {
            match (&setter.name, self.input(setter, false)) {
                (name, Some(value)) => setters.push(quote!(.#name(#value))),
                // Without an example, it is too large to be shown.
                _ if setter.example.is_none() => {}
                _ => return None,
            }
        }
        Some(quote!(client.#module().#method(#arguments) #(#setters)*))
    }

    /// A value for `input`; `owned` if it is a field of a struct rather than an argument.
    fn input(&mut self, input: &'a Input, owned: bool) -> Option<TokenStream> {
        let example = input.example.as_ref();
        let list = |item: TokenStream| if owned { quote!(vec![#item]) } else { quote!([#item]) };
        match &input.taken {
            Taken::Text => Some(text(example, &input.name, owned)),
            Taken::Texts => Some(list(text(first(example), &input.name, owned))),
            Taken::Value(ty) => self.value(ty, example, &input.name),
            Taken::Values(ty) => self.value(ty, first(example), &input.name).map(list),
            Taken::Upload => Some(self.upload(input)),
            Taken::Uploads => Some(list(self.upload(input))),
        }
    }

    /// A file called like the input, or else a few bytes.
    fn upload(&self, input: &Input) -> TokenStream {
        let library = &self.krate.library;
        if !self.files {
            return quote!(#library::runtime::Upload::bytes("bytes"));
        }
        let path = format!("{}.bin", input.name.as_str().to_kebab_case());
        quote!(#library::runtime::Upload::path(#path))
    }

    /// A value of type `ty`: that of the example where it fits.
    fn value(&mut self, ty: &'a Type, example: Option<&Json>, name: &Name) -> Option<TokenStream> {
        self.values += 1;
        if self.values > MOST_VALUES {
            return None;
        }
        Some(match ty {
            Type::String => text(example, name, true),
            Type::Bool => example.and_then(Json::as_bool).unwrap_or(true).to_token_stream(),
            Type::I32 => integer(example.and_then(Json::as_i64).filter(|value| i32::try_from(*value).is_ok())),
            Type::I64 => integer(example.and_then(Json::as_i64)),
            Type::U32 => integer(example.and_then(Json::as_i64).filter(|value| u32::try_from(*value).is_ok())),
            Type::U64 => integer(example.and_then(Json::as_i64).filter(|value| *value >= 0)),
            Type::F32 => float(example.and_then(Json::as_f64).filter(|value| value.abs() < f64::from(f32::MAX))),
            Type::F64 => float(example.and_then(Json::as_f64)),
            Type::Timestamp | Type::MailTime => quote!(jiff::Timestamp::UNIX_EPOCH),
            Type::Date => quote!(jiff::civil::Date::ZERO),
            Type::Bytes => quote!(b"bytes".to_vec()),
            Type::Value => {
                let json = json(example.filter(|json| size(json) <= MOST_VALUES).unwrap_or(&Json::Null));
                quote!(serde_json::json!(#json))
            }
            Type::Vec(item) => {
                let item = self.value(item, first(example), name)?;
                quote!(vec![#item])
            }
            Type::Map(_) => quote!(Default::default()),
            Type::Box(inner) => {
                let inner = self.value(inner, example, name)?;
                quote!(Box::new(#inner))
            }
            Type::Option(inner) => {
                let inner = self.value(inner, example, name)?;
                quote!(Some(#inner))
            }
            Type::Newtype(newtype) => {
                let (library, text) = (&self.krate.library, text(example, name, false));
                quote!(#library::#newtype::unchecked(#text))
            }
            Type::Model(name) | Type::Choice(name) | Type::Integers(name) | Type::Union(name) => {
                let model = self.krate.models.get(name)?;
                self.models.insert(&model.name);
                match &model.kind {
                    ModelKind::Struct(fields) => self.record(model, fields, example)?,
                    ModelKind::Choice(variants) => choice(model, variants, example),
                    ModelKind::Integers(variants) => integers(model, variants, example),
                    ModelKind::Union(union) => self.union(model, union, name)?,
                }
            }
        })
    }

    /// `ConfigurationPlugin::new("FV…").phase(3)`.
    fn record(&mut self, model: &Model, fields: &'a [Field], example: Option<&Json>) -> Option<TokenStream> {
        let name = &model.name;
        let member = |field: &Field| example.and_then(|example| example.get(&field.wire));
        if model.literal {
            let values: Option<Vec<TokenStream>> = fields
                .iter()
                .map(|field| {
                    let (name, example) = (&field.name, member(field).or(field.example.as_ref()));
                    let value = match field.null {
                        _ if field.required => self.value(&field.ty, example, name)?,
                        Some(_) => quote!(Default::default()),
                        None => quote!(None),
                    };
                    Some(quote!(#name: #value))
                })
                .collect();
            let values = values?;
            return Some(quote!(#name { #(#values),* }));
        }
        let required = fields.iter().filter(|field| field.is_needed());
        let required: Option<Vec<TokenStream>> =
            required.map(|field| self.field(field, member(field).or(field.example.as_ref()))).collect();
        let setters: Option<Vec<TokenStream>> = fields
            .iter()
            .filter(|field| !field.required && member(field).is_some())
            .take(MOST_SETTERS)
            .map(|field| {
                let (setter, value) = (&field.setter, self.field(field, member(field))?);
                Some(quote!(.#setter(#value)))
            })
            .collect();
        let (required, setters) = (required?, setters?);
        Some(quote!(#name::new(#(#required),*) #(#setters)*))
    }

    /// A value of the first variant.
    fn union(&mut self, model: &Model, union: &'a Union, name: &Name) -> Option<TokenStream> {
        let (model, case) = (&model.name, union.cases.first()?);
        let (variant, value) = (&case.name, self.value(&case.ty, None, name)?);
        Some(quote!(#model::#variant(#value)))
    }

    /// A value that the constructor or a setter takes for `field`.
    fn field(&mut self, field: &'a Field, example: Option<&Json>) -> Option<TokenStream> {
        match &field.ty {
            Type::String | Type::Newtype(_) => Some(text(example, &field.name, false)),
            Type::Box(inner) => self.value(inner, example, &field.name),
            Type::Vec(item) if matches!(**item, Type::String | Type::Newtype(_)) => {
                let text = text(first(example), &field.name, false);
                Some(quote!([#text]))
            }
            ty => self.value(ty, example, &field.name),
        }
    }
}

/// Whether an example shows a setter: if there is a value for it, or if it takes what the call is all about.
fn is_shown(setter: &&Input) -> bool {
    let is_all =
        matches!(setter.write, Write::Json | Write::Text) || matches!(setter.taken, Taken::Upload | Taken::Uploads);
    (setter.example.is_some() || is_all) && setter.write != Write::Header && !setter.deprecated
}

/// A variant: that of the example, or the first one.
fn choice(model: &Model, variants: &[Variant<String>], example: Option<&Json>) -> TokenStream {
    let name = &model.name;
    let wire = example.and_then(Json::as_str);
    match variants.iter().find(|variant| Some(variant.wire.as_str()) == wire).or(variants.first()) {
        Some(Variant { name: variant, .. }) => quote!(#name::#variant),
        None => quote!(#name::from("")),
    }
}

/// A variant: that of the example, or the first one.
fn integers(model: &Model, variants: &[Variant<i64>], example: Option<&Json>) -> TokenStream {
    let name = &model.name;
    let wire = example.and_then(Json::as_i64);
    match variants.iter().find(|variant| Some(variant.wire) == wire).or(variants.first()) {
        Some(Variant { name: variant, .. }) => quote!(#name::#variant),
        None => quote!(#name::from(0)),
    }
}

/// A text: that of the example, or else the input's name.
fn text(example: Option<&Json>, name: &Name, owned: bool) -> TokenStream {
    let text = match example {
        Some(Json::String(text)) => text.clone(),
        _ => name.as_str().to_kebab_case(),
    };
    if owned { quote!(#text.to_owned()) } else { quote!(#text) }
}

fn first(example: Option<&Json>) -> Option<&Json> {
    example?.as_array()?.first()
}

fn integer(value: Option<i64>) -> TokenStream {
    let value = value.unwrap_or(1);
    let magnitude = Literal::u64_unsuffixed(value.unsigned_abs());
    if value < 0 { quote!(-#magnitude) } else { quote!(#magnitude) }
}

fn float(value: Option<f64>) -> TokenStream {
    let value = value.filter(|value| value.is_finite()).unwrap_or(1.0);
    let magnitude = Literal::f64_unsuffixed(value.abs());
    if value < 0.0 { quote!(-#magnitude) } else { quote!(#magnitude) }
}

/// How many values a value consists of, itself included.
fn size(json: &Json) -> usize {
    match json {
        Json::Array(items) => 1 + items.iter().map(size).sum::<usize>(),
        Json::Object(members) => 1 + members.values().map(size).sum::<usize>(),
        _ => 1,
    }
}

/// A value as the macro `json` takes it.
fn json(value: &Json) -> TokenStream {
    match value {
        Json::Null => quote!(null),
        Json::Bool(value) => quote!(#value),
        Json::String(text) => quote!(#text),
        // With their type, since the macro would take whole numbers for 32 bits.
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(value), _) if i32::try_from(value).is_err() => quote!(#value),
            (Some(value), _) => integer(Some(value)),
            (None, value) => float(value),
        },
        Json::Array(items) => {
            let items = items.iter().map(json);
            quote!([#(#items),*])
        }
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = json(value);
                quote!(#name: #value)
            });
            quote!({ #(#members),* })
        }
    }
}
