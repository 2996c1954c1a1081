//! Models: structs and enums, and how they are read and written.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::docs::{Inner, deprecated};
use super::types::Imports;
use super::{permit, unions};
use crate::rust::{Crate, Docs, Field, Model, ModelKind, Name, Type, Variant};

/// The module of all models.
pub(super) fn models(krate: &Crate) -> TokenStream {
    let docs = Inner("What operations take and return.");
    let cfg = |model: &Model| model.server_only.then(|| quote!(#[cfg(feature = "server")]));
    let modules = krate.models.values().map(|model| {
        let (cfg, module) = (cfg(model), &model.module);
        quote!(#cfg mod #module;)
    });
    let exports = krate.models.values().map(|model| {
        let Model { module, name, .. } = model;
        let cfg = cfg(model);
        quote!(#cfg pub use self::#module::#name;)
    });
    quote! {
        #docs

        #(#modules)*

        #(#exports)*
    }
}

/// The module of a model.
pub(super) fn model(krate: &Crate, model: &Model) -> TokenStream {
    let docs = Docs(format!("[`{}`].", model.name.as_str()));
    let docs = Inner(&docs.0);
    let item = match &model.kind {
        ModelKind::Struct(fields) => record(krate, model, fields),
        ModelKind::Choice(variants) => choice(model, variants),
        ModelKind::Integers(variants) => integers(model, variants),
        ModelKind::Union(union) => unions::union(model, union),
    };
    quote!(#docs #item)
}

fn record(krate: &Crate, model: &Model, fields: &[Field]) -> TokenStream {
    let Model { name, docs, .. } = model;
    let mut imports = Imports::default();
    fields.iter().for_each(|field| imports.add(&field.ty));
    if fields.iter().any(|field| field.required && begins_unknown(&field.ty)) {
        imports.add(&Type::Value);
    }
    let format = imports.format();
    let nullable = fields.iter().any(|field| field.null.is_some()).then(|| {
        quote!(
            use crate::runtime::Nullable;
        )
    });
    let [packages, models, newtypes] = imports.for_model(name);
    let encode_import = model.encode.then(|| {
        quote!(
            use serde::ser::{Serialize, SerializeMap, Serializer};
        )
    });
    let default = model.default.then(|| quote!(Default,));
    let exhaustive = exhaustive(model);
    let docs = note(docs, model.deprecated);
    let permit = permit::fields(fields);
    let given = (model.encode && fields.iter().any(is_given)).then(|| quote!(given,));
    let declarations = fields.iter().map(declaration);
    let methods = methods(model, fields);
    let made_of_nothing = made_of_nothing(model, fields);
    let decode = decode(krate, model, fields);
    let encode = encode(model, fields);
    quote! {
        #packages
        use serde::de::MapAccess;
        #encode_import

        #models
        #nullable
        use crate::runtime::fields::{Fields, #given record};
        #format
        #newtypes

        #docs
        #[derive(Clone, Debug, #default PartialEq)]
        #exhaustive
        #permit
        pub struct #name {
            #(#declarations),*
        }

        #methods
        #made_of_nothing
        #decode
        #encode
    }
}

/// Whether callers can make values of the struct by naming all its fields. Servers make what they answer with so: they
/// are to notice a field that is new.
fn exhaustive(model: &Model) -> Option<TokenStream> {
    match model {
        Model { literal: true, .. } | Model { server_only: true, .. } => None,
        Model { encode: true, .. } => Some(quote!(#[non_exhaustive])),
        _ => Some(quote!(#[cfg_attr(not(feature = "server"), non_exhaustive)])),
    }
}

/// The docs of a type. The attribute would warn the crate itself wherever it uses the type.
pub(super) fn note(docs: &Docs, deprecated: bool) -> Docs {
    if deprecated { docs.and("**Deprecated**: new code should do without it.") } else { docs.clone() }
}

/// Permission for an `impl` to use fields that new code should do without.
fn allow_deprecated(fields: &[Field]) -> Option<TokenStream> {
    let any = fields.iter().any(|field| field.deprecated);
    any.then(|| quote!(#[allow(deprecated, reason = "deprecated fields are read and written like others")]))
}

fn declaration(field: &Field) -> TokenStream {
    let Field { name, docs, .. } = field;
    let (ty, deprecated) = (field_type(field), deprecated(field.deprecated));
    quote!(#docs #deprecated pub #name: #ty)
}

fn field_type(Field { ty, required, null, .. }: &Field) -> TokenStream {
    match null {
        _ if *required => ty.to_token_stream(),
        Some(_) => quote!(Nullable<#ty>),
        None => quote!(Option<#ty>),
    }
}

/// What an optional field holds if nothing is said about it.
fn absent(field: &Field) -> TokenStream {
    if field.null.is_some() { quote!(Nullable::Absent) } else { quote!(None) }
}

/// Accessors of what answers hold, or the constructor and setters of what requests hold.
fn methods(model: &Model, fields: &[Field]) -> Option<TokenStream> {
    let name = &model.name;
    let accessors = fields.iter().filter(|field| field.accessor).map(|field| accessor(name, field));
    let mut methods: Vec<TokenStream> = accessors.collect();
    if model.encode {
        if !model.literal {
            methods.push(constructor(fields));
        }
        methods.extend(fields.iter().filter(|field| !field.is_needed()).flat_map(setters));
    }
    let allow = allow_deprecated(fields);
    (!methods.is_empty()).then(|| quote!(#allow impl #name { #(#methods)* }))
}

/// What stands in for the derive where a value can be made of nothing, but holds constants.
fn made_of_nothing(model: &Model, fields: &[Field]) -> Option<TokenStream> {
    let name = &model.name;
    let is_made_of_nothing = model.encode && !model.default && !fields.iter().any(Field::is_needed);
    is_made_of_nothing.then(|| {
        quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    })
}

fn accessor(model: &Name, Field { name, ty, docs, .. }: &Field) -> TokenStream {
    let property = format!("{}.{}", model.as_str(), name.as_str());
    let errors = format!("[`Error::Missing`](crate::Error::Missing) if the service did not say what `{property}` is.");
    let docs = docs.section("Errors", &errors);
    quote! {
        #docs
        pub fn #name(&self) -> crate::Result<&#ty> {
            self.#name.as_ref().ok_or(crate::Error::missing(#property))
        }
    }
}

fn constructor(fields: &[Field]) -> TokenStream {
    let required = fields.iter().filter(|field| field.is_needed());
    let arguments = required.map(|field| {
        let (name, taken) = (&field.name, taken(&field.ty));
        quote!(#name: #taken)
    });
    let values = fields.iter().map(|field| {
        let name = &field.name;
        let value = match field {
            Field { rest: true, .. } => quote!(BTreeMap::new()),
            Field { constant: Some(variant), ty, .. } => quote!(#ty::#variant),
            Field { required: true, ty, .. } => kept(name, ty),
            field => absent(field),
        };
        if value.to_string() == name.to_token_stream().to_string() { value } else { quote!(#name: #value) }
    });
    let long = permit::lines(fields.len());
    quote! {
        #[doc = " A value with what it cannot do without."]
        #long
        #[must_use]
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    }
}

/// The method that sets a field, and the one that sets it to null if there is one.
fn setters(field: &Field) -> Vec<TokenStream> {
    let null = field.null.as_ref().map(|null| {
        let (name, deprecated) = (&field.name, deprecated(field.deprecated));
        let docs = Docs(format!("Sets {} to null.", Docs::code(&field.wire)));
        quote! {
            #docs
            #deprecated
            #[must_use]
            pub fn #null(mut self) -> Self {
                self.#name = Nullable::Null;
                self
            }
        }
    });
    std::iter::once(setter(field)).chain(null).collect()
}

fn setter(field: &Field) -> TokenStream {
    let Field { name, setter, ty, docs, null, .. } = field;
    let (taken, kept, deprecated) = (taken(ty), kept(name, ty), deprecated(field.deprecated));
    let permit = permit::value(ty);
    let kept = match null {
        _ if field.required => kept,
        Some(_) => quote!(Nullable::Value(#kept)),
        None => quote!(Some(#kept)),
    };
    quote! {
        #docs
        #deprecated
        #permit
        #[must_use]
        pub fn #setter(mut self, #name: #taken) -> Self {
            self.#name = #kept;
            self
        }
    }
}

/// What an argument takes for a field of this type.
fn taken(ty: &Type) -> TokenStream {
    match ty {
        Type::String | Type::Newtype(_) => quote!(impl AsRef<str>),
        Type::Vec(item) => match &**item {
            Type::String | Type::Newtype(_) => quote!(impl IntoIterator<Item = impl AsRef<str>>),
            item => quote!(impl IntoIterator<Item = #item>),
        },
        Type::Box(inner) => quote!(#inner),
        other => quote!(#other),
    }
}

/// The argument `name` as the value of a field of this type.
fn kept(name: &Name, ty: &Type) -> TokenStream {
    match ty {
        Type::String => quote!(#name.as_ref().to_owned()),
        Type::Newtype(newtype) => quote!(#newtype::unchecked(#name.as_ref())),
        Type::Vec(item) => match &**item {
            Type::String => quote!(#name.into_iter().map(|item| item.as_ref().to_owned()).collect()),
            Type::Newtype(newtype) => {
                quote!(#name.into_iter().map(|item| #newtype::unchecked(item.as_ref())).collect())
            }
            _ => quote!(#name.into_iter().collect()),
        },
        Type::Box(_) => quote!(Box::new(#name)),
        _ => quote!(#name),
    }
}

/// How the struct is read.
fn decode(krate: &Crate, model: &Model, fields: &[Field]) -> TokenStream {
    let name = &model.name;
    let (others, other) = fields.iter().find(|field| field.rest).map(other).unzip();
    let all = fields;
    let fields: Vec<&Field> = fields.iter().filter(|field| !field.rest).collect();
    let names = fields.iter().map(|field| &field.wire);
    let required: Vec<Literal> = fields
        .iter()
        .enumerate()
        .filter_map(|(index, field)| field.required.then_some(Literal::usize_unsuffixed(index)))
        .collect();
    let required = (!required.is_empty()).then(|| quote!(const REQUIRED: &'static [usize] = &[#(#required),*];));
    let empty = if model.default {
        quote!(Self::default())
    } else {
        let values = all.iter().map(|field| {
            let (name, value) = (&field.name, if field.required { empty(krate, &field.ty) } else { absent(field) });
            quote!(#name: #value)
        });
        quote!(Self { #(#values),* })
    };
    let reads = fields.iter().enumerate().map(|(index, field)| {
        let name = &field.name;
        let index = Literal::usize_unsuffixed(index);
        // The last one stands for all others, since there are no others.
        let pattern = if field.wire == fields[fields.len() - 1].wire { quote!(_) } else { quote!(#index) };
        let next = next(model, field);
        quote!(#pattern => self.#name = #next)
    });
    let (index, map, body) = match fields.as_slice() {
        [] => (quote!(_), quote!(_), quote!()),
        [field] => {
            let (name, next) = (&field.name, next(model, field));
            (quote!(_), quote!(map), quote!(self.#name = #next;))
        }
        _ => (quote!(field), quote!(map), quote!(match field { #(#reads),* })),
    };
    let (allow, long) = (allow_deprecated(all), permit::lines(all.len()));
    quote! {
        #allow
        impl Fields for #name {
            const NAMES: &'static [&'static str] = &[#(#names),*];
            #required
            #others

            #long
            fn empty() -> Self {
                #empty
            }

            #long
            fn set<'de, A: MapAccess<'de>>(&mut self, #index: usize, #map: &mut A) -> Result<(), A::Error> {
                #body
                Ok(())
            }

            #other
        }

        record!(#name);
    }
}

/// How the value of a field is read from the member that is next.
fn next(model: &Model, Field { ty, required, .. }: &Field) -> TokenStream {
    match ty.format() {
        Some(format) => quote!(#format::next(map)?),
        // Null is one of the values that are sent.
        None if model.encode && !required && *ty == Type::Value => quote!(Some(map.next_value()?)),
        None => quote!(map.next_value()?),
    }
}

/// How members without a field of their own are read into `field`.
fn other(field: &Field) -> (TokenStream, TokenStream) {
    let name = &field.name;
    let next = match field.ty.format() {
        Some(format) => quote!(#format::next(map)?),
        None => quote!(map.next_value()?),
    };
    let others = quote!(
        const OTHERS: bool = true;
    );
    let read = quote! {
        fn other<'de, A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
            self.#name.insert(name, #next);
            Ok(())
        }
    };
    (others, read)
}

/// A value of `ty` to begin with, before what the answer holds is known.
fn empty(krate: &Crate, ty: &Type) -> TokenStream {
    match ty {
        Type::Newtype(name) => quote!(#name::unchecked("")),
        Type::Choice(name) => quote!(#name::Unknown(String::new())),
        Type::Integers(name) => quote!(#name::Unknown(0)),
        Type::Union(name) => quote!(#name::Unknown(Value::Null)),
        Type::Box(inner) => {
            let inner = empty(krate, inner);
            quote!(Box::new(#inner))
        }
        Type::Model(name) if krate.models.get(name).is_some_and(|model| !model.default) => {
            quote!(Fields::empty())
        }
        Type::Model(name) => quote!(#name::default()),
        Type::String => quote!(String::new()),
        Type::Bool => quote!(false),
        Type::I32 | Type::I64 | Type::U32 | Type::U64 => quote!(0),
        Type::F32 | Type::F64 => quote!(0.0),
        Type::Timestamp | Type::MailTime => quote!(Timestamp::default()),
        Type::Date => quote!(Date::default()),
        Type::Value => quote!(Value::Null),
        Type::Vec(_) | Type::Bytes => quote!(Vec::new()),
        Type::Map(_) => quote!(BTreeMap::new()),
        Type::Option(_) => quote!(None),
    }
}

/// Whether a value of `ty` is a union to begin with.
fn begins_unknown(ty: &Type) -> bool {
    match ty {
        Type::Union(_) => true,
        Type::Box(inner) => begins_unknown(inner),
        _ => false,
    }
}

/// How the struct is written.
fn encode(model: &Model, fields: &[Field]) -> TokenStream {
    let name = &model.name;
    let entries = fields.iter().map(|field| {
        let Field { name, wire, ty, written, rest, null, .. } = field;
        let whole = match ty.format() {
            Some(format) => quote!(&#format::of(&self.#name)),
            None => quote!(&self.#name),
        };
        let value = match ty.format() {
            Some(format) => quote!(&#format::of(value)),
            None => quote!(value),
        };
        if *rest {
            quote! {
                for (name, value) in &self.#name {
                    map.serialize_entry(name, #value)?;
                }
            }
        } else if *written {
            quote!(map.serialize_entry(#wire, #whole)?;)
        } else if null.is_some() {
            quote! {
                if !self.#name.is_absent() {
                    map.serialize_entry(#wire, #whole)?;
                }
            }
        } else if is_given(field) {
            quote!(given(&mut map, #wire, self.#name.as_ref())?;)
        } else {
            quote! {
                if let Some(value) = &self.#name {
                    map.serialize_entry(#wire, #value)?;
                }
            }
        }
    });
    let given = fields.iter().any(is_given).then(|| {
        quote!(
            use crate::runtime::fields::given;
        )
    });
    let allow = allow_deprecated(fields);
    let mutable = (!fields.is_empty()).then(|| quote!(mut));
    let lines = fields.iter().map(|field| if field.written || is_given(field) { 1 } else { 3 }).sum();
    let long = permit::lines(lines);
    if model.encode {
        return quote! {
            #allow
            impl Serialize for #name {
                #long
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let #mutable map = serializer.serialize_map(None)?;
                    #(#entries)*
                    map.end()
                }
            }
        };
    }
    quote! {
        #[cfg(feature = "serialize")]
        #allow
        impl serde::Serialize for #name {
            #long
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                #given

                let #mutable map = serializer.serialize_map(None)?;
                #(#entries)*
                map.end()
            }
        }
    }
}

/// Whether a member is written if there is something to write, as it is.
fn is_given(Field { ty, written, rest, null, .. }: &Field) -> bool {
    !rest && !written && null.is_none() && ty.format().is_none()
}

fn choice(model: &Model, variants: &[Variant<String>]) -> TokenStream {
    let Model { name, docs, .. } = model;
    let docs = note(docs, model.deprecated);
    let declarations = variants.iter().map(|Variant { name, wire, docs }| {
        let value = if wire.is_empty() { "The empty text.".to_owned() } else { format!("{}.", Docs::code(wire)) };
        let docs = variant_docs(docs.as_ref(), value);
        quote!(#docs #name)
    });
    let texts = variants.iter().map(|Variant { name, wire, .. }| quote!(Self::#name => #wire));
    let values = variants.iter().map(|Variant { name, wire, .. }| quote!(#wire => Self::#name));
    let long = permit::lines(variants.len());
    quote! {
        use crate::runtime::text::choice;

        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#declarations,)*
            #[doc = " Any other text, as it is."]
            Unknown(String),
        }

        impl #name {
            #[doc = " The text on the wire."]
            #[must_use]
            #long
            pub fn as_str(&self) -> &str {
                match self {
                    #(#texts,)*
                    Self::Unknown(text) => text,
                }
            }
        }

        impl From<&str> for #name {
            #long
            fn from(text: &str) -> Self {
                match text {
                    #(#values,)*
                    other => Self::Unknown(other.to_owned()),
                }
            }
        }

        choice!(#name);
    }
}

fn integers(model: &Model, variants: &[Variant<i64>]) -> TokenStream {
    let Model { name, docs, .. } = model;
    let docs = note(docs, model.deprecated);
    let declarations = variants.iter().map(|Variant { name, wire, docs }| {
        let docs = variant_docs(docs.as_ref(), format!("{}.", Docs::code(&wire.to_string())));
        quote!(#docs #name)
    });
    let literal = |wire: &i64| Literal::i64_unsuffixed(*wire);
    let integers = variants.iter().map(|Variant { name, wire, .. }| {
        let wire = literal(wire);
        quote!(Self::#name => #wire)
    });
    let values = variants.iter().map(|Variant { name, wire, .. }| {
        let wire = literal(wire);
        quote!(#wire => Self::#name)
    });
    let long = permit::lines(variants.len());
    quote! {
        use crate::runtime::text::integers;

        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#declarations,)*
            #[doc = " Any other integer, as it is."]
            Unknown(i64),
        }

        impl #name {
            #[doc = " The integer on the wire."]
            #[must_use]
            #long
            pub fn as_i64(self) -> i64 {
                match self {
                    #(#integers,)*
                    Self::Unknown(integer) => integer,
                }
            }
        }

        impl From<i64> for #name {
            #long
            fn from(integer: i64) -> Self {
                match integer {
                    #(#values,)*
                    other => Self::Unknown(other),
                }
            }
        }

        integers!(#name);
    }
}

/// The docs of a variant: what the document says, and the value on the wire.
fn variant_docs(docs: Option<&Docs>, value: String) -> Docs {
    docs.map_or(Docs(value.clone()), |docs| docs.and(value))
}
