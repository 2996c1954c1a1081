//! One view of a schema, however openapiv3 has classified it.
//!
//! The package sorts schemas into variants by the keywords that occur together, and puts unusual combinations into a
//! variant of their own, `Any`. What a schema means does not depend on that.

use std::collections::HashSet;

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, AnySchema, ArrayType, BooleanType, IntegerFormat, IntegerType, NumberFormat, NumberType,
    ObjectType, ReferenceOr, Schema, SchemaKind, StringFormat, StringType, Type, VariantOrUnknownOrEmpty,
};

use crate::ir::Limits;

/// A schema that stands where it is used, or a reference to one.
#[derive(Clone, Copy)]
pub(crate) enum SchemaRef<'a> {
    Reference(&'a str),
    Item(&'a Schema),
}

impl<'a> From<&'a ReferenceOr<Schema>> for SchemaRef<'a> {
    fn from(schema: &'a ReferenceOr<Schema>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Item(schema),
        }
    }
}

impl<'a> From<&'a ReferenceOr<Box<Schema>>> for SchemaRef<'a> {
    fn from(schema: &'a ReferenceOr<Box<Schema>>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Item(schema),
        }
    }
}

/// What `type` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Integer,
    Boolean,
    Array,
    Object,
}

/// The keywords of a schema that decide what its values look like.
#[derive(Default)]
pub(super) struct View<'a> {
    pub(super) kind: Option<Kind>,
    pub(super) format: Option<&'a str>,
    pub(super) limits: Limits,
    pub(super) properties: Option<&'a IndexMap<String, ReferenceOr<Box<Schema>>>>,
    pub(super) required: &'a [String],
    pub(super) additional: Option<&'a AdditionalProperties>,
    pub(super) items: Option<&'a ReferenceOr<Box<Schema>>>,
    pub(super) all_of: &'a [ReferenceOr<Schema>],
    pub(super) one_of: &'a [ReferenceOr<Schema>],
    pub(super) any_of: &'a [ReferenceOr<Schema>],
}

impl<'a> View<'a> {
    pub(super) fn new(schema: &'a Schema) -> Self {
        let mut view = match &schema.schema_kind {
            SchemaKind::Type(Type::String(text)) => Self::text(text),
            SchemaKind::Type(Type::Number(number)) => Self::number(number),
            SchemaKind::Type(Type::Integer(integer)) => Self::integer(integer),
            SchemaKind::Type(Type::Boolean(boolean)) => Self::boolean(boolean),
            SchemaKind::Type(Type::Array(array)) => Self::array(array),
            SchemaKind::Type(Type::Object(object)) => Self::object(object),
            SchemaKind::OneOf { one_of } => Self { one_of, ..Self::default() },
            SchemaKind::AllOf { all_of } => Self { all_of, ..Self::default() },
            SchemaKind::AnyOf { any_of } => Self { any_of, ..Self::default() },
            // What a value is not says nothing about its type.
            SchemaKind::Not { not: _ } => Self::default(),
            SchemaKind::Any(any) => Self::any(any),
        };
        view.limits.default = schema.schema_data.default.clone();
        // What is listed twice is one value.
        let mut known = HashSet::new();
        view.limits.values.retain(|value| known.insert(value.clone()));
        view
    }

    fn text(text: &'a StringType) -> Self {
        let StringType { format, pattern, enumeration, min_length, max_length } = text;
        let format = match format {
            VariantOrUnknownOrEmpty::Item(StringFormat::Date) => Some("date"),
            VariantOrUnknownOrEmpty::Item(StringFormat::DateTime) => Some("date-time"),
            VariantOrUnknownOrEmpty::Item(StringFormat::Password) => Some("password"),
            VariantOrUnknownOrEmpty::Item(StringFormat::Byte) => Some("byte"),
            VariantOrUnknownOrEmpty::Item(StringFormat::Binary) => Some("binary"),
            VariantOrUnknownOrEmpty::Unknown(format) => Some(format.as_str()),
            VariantOrUnknownOrEmpty::Empty => None,
        };
        let limits = Limits {
            pattern: pattern.clone(),
            min_length: *min_length,
            max_length: *max_length,
            values: enumeration.iter().flatten().cloned().collect(),
            ..Limits::default()
        };
        Self { kind: Some(Kind::Text), format, limits, ..Self::default() }
    }

    fn number(number: &'a NumberType) -> Self {
        let NumberType {
            format,
            multiple_of: _,
            exclusive_minimum: _,
            exclusive_maximum: _,
            minimum,
            maximum,
            enumeration,
        } = number;
        let format = match format {
            VariantOrUnknownOrEmpty::Item(NumberFormat::Float) => Some("float"),
            VariantOrUnknownOrEmpty::Item(NumberFormat::Double) => Some("double"),
            VariantOrUnknownOrEmpty::Unknown(format) => Some(format.as_str()),
            VariantOrUnknownOrEmpty::Empty => None,
        };
        let values = enumeration.iter().flatten().map(f64::to_string).collect();
        let limits = Limits { minimum: *minimum, maximum: *maximum, values, ..Limits::default() };
        Self { kind: Some(Kind::Number), format, limits, ..Self::default() }
    }

    fn integer(integer: &'a IntegerType) -> Self {
        let IntegerType {
            format,
            multiple_of: _,
            exclusive_minimum: _,
            exclusive_maximum: _,
            minimum,
            maximum,
            enumeration,
        } = integer;
        let format = match format {
            VariantOrUnknownOrEmpty::Item(IntegerFormat::Int32) => Some("int32"),
            VariantOrUnknownOrEmpty::Item(IntegerFormat::Int64) => Some("int64"),
            VariantOrUnknownOrEmpty::Unknown(format) => Some(format.as_str()),
            VariantOrUnknownOrEmpty::Empty => None,
        };
        let values = enumeration.iter().flatten().map(i64::to_string).collect();
        let bound = |bound: &Option<i64>| bound.map(|bound| bound as f64);
        let limits = Limits { minimum: bound(minimum), maximum: bound(maximum), values, ..Limits::default() };
        Self { kind: Some(Kind::Integer), format, limits, ..Self::default() }
    }

    fn boolean(boolean: &'a BooleanType) -> Self {
        let values = boolean.enumeration.iter().flatten().map(bool::to_string).collect();
        Self { kind: Some(Kind::Boolean), limits: Limits { values, ..Limits::default() }, ..Self::default() }
    }

    fn array(array: &'a ArrayType) -> Self {
        let ArrayType { items, min_items: _, max_items: _, unique_items: _ } = array;
        Self { kind: Some(Kind::Array), items: items.as_ref(), ..Self::default() }
    }

    fn object(object: &'a ObjectType) -> Self {
        let ObjectType { properties, required, additional_properties, min_properties: _, max_properties: _ } = object;
        Self {
            kind: Some(Kind::Object),
            properties: Some(properties),
            required,
            additional: additional_properties.as_ref(),
            ..Self::default()
        }
    }

    fn any(any: &'a AnySchema) -> Self {
        let AnySchema {
            typ,
            pattern,
            multiple_of: _,
            exclusive_minimum: _,
            exclusive_maximum: _,
            minimum,
            maximum,
            properties,
            required,
            additional_properties,
            min_properties: _,
            max_properties: _,
            items,
            min_items: _,
            max_items: _,
            unique_items: _,
            enumeration,
            format,
            min_length,
            max_length,
            one_of,
            all_of,
            any_of,
            not: _,
        } = any;
        let kind = match typ.as_deref() {
            Some("string") => Some(Kind::Text),
            Some("number") => Some(Kind::Number),
            Some("integer") => Some(Kind::Integer),
            Some("boolean") => Some(Kind::Boolean),
            Some("array") => Some(Kind::Array),
            Some("object") => Some(Kind::Object),
            // Without `type`, the keywords give it away: the specification lets them apply to one type each.
            _ if !properties.is_empty() || additional_properties.is_some() => Some(Kind::Object),
            _ if items.is_some() => Some(Kind::Array),
            _ if !enumeration.is_empty() && enumeration.iter().all(|value| value.is_string() || value.is_null()) => {
                Some(Kind::Text)
            }
            _ => None,
        };
        let limits = Limits {
            pattern: pattern.clone(),
            min_length: *min_length,
            max_length: *max_length,
            minimum: *minimum,
            maximum: *maximum,
            values: enumeration.iter().filter(|value| !value.is_null()).map(text_of).collect(),
            default: None,
        };
        // Where `type` says something else, what is said about objects applies to no value.
        let is_object = matches!(kind, None | Some(Kind::Object));
        Self {
            kind,
            format: format.as_deref(),
            limits,
            properties: is_object.then_some(properties),
            required: if is_object { required } else { &[] },
            additional: additional_properties.as_ref().filter(|_| is_object),
            items: items.as_ref(),
            all_of,
            one_of,
            any_of,
        }
    }

    /// Whether it describes an object with properties, of its own or by composition.
    pub(super) fn is_structured(&self) -> bool {
        self.has_properties() || !self.all_of.is_empty()
    }

    /// The schemas that it leaves the type to, each with its keyword and its index there.
    pub(super) fn choices(&self) -> impl Iterator<Item = (&'static str, usize, &'a ReferenceOr<Schema>)> + use<'a> {
        let one_of = self.one_of.iter().enumerate().map(|(index, member)| ("oneOf", index, member));
        one_of.chain(self.any_of.iter().enumerate().map(|(index, member)| ("anyOf", index, member)))
    }

    /// Whether it leaves the type to one of several schemas.
    pub(super) fn is_choice(&self) -> bool {
        !self.one_of.is_empty() || !self.any_of.is_empty()
    }

    /// Whether it describes an object without any properties, and no others allowed.
    pub(super) fn is_empty_object(&self) -> bool {
        let closed = matches!(self.additional, Some(AdditionalProperties::Any(false)));
        self.kind == Some(Kind::Object) && closed && !self.is_structured()
    }

    /// Whether the values of properties that it does not name are of a certain type.
    pub(super) fn has_typed_names(&self) -> bool {
        match self.additional {
            Some(AdditionalProperties::Schema(schema)) => {
                schema.as_item().is_none_or(|schema| !Self::new(schema).is_bare())
            }
            Some(AdditionalProperties::Any(_)) | None => false,
        }
    }

    /// Whether it says nothing about the type.
    pub(super) fn is_bare(&self) -> bool {
        let alternatives = [self.all_of, self.one_of, self.any_of];
        self.kind.is_none()
            && !self.has_properties()
            && self.required.is_empty()
            && self.additional.is_none()
            && self.items.is_none()
            && alternatives.iter().all(|members| members.is_empty())
    }

    /// The type, if it is no object, no array and no composition.
    pub(super) fn scalar(&self) -> Option<Kind> {
        let is_plain = self.all_of.is_empty() && !self.is_choice();
        self.kind.filter(|kind| is_plain && !matches!(kind, Kind::Object | Kind::Array))
    }

    /// Whether it says no more about the type than what `type` says.
    pub(super) fn is_plain(&self) -> bool {
        self.format.is_none() && self.limits.values.is_empty()
    }

    /// Whether it describes an object with properties of its own.
    pub(super) fn has_properties(&self) -> bool {
        self.properties.is_some_and(|properties| !properties.is_empty())
    }
}

/// A value as people write it: a string without its quotes.
fn text_of(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
