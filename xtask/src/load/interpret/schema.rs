//! Schemas, which openapiv3 sorts by what they say: of one type and nothing else, of one combination, or anything.

use openapiv3::{
    AdditionalProperties, AnySchema, ArrayType, BooleanType, IntegerType, NumberType, ObjectType, Schema, SchemaData,
    SchemaKind, StringType, Type,
};
use serde_json::{Number, Result, Value as Json};

use super::read::{Read, Value, is_extension, members, read};

impl Read for Schema {
    fn read(value: &Value) -> Result<Self> {
        let mut schema_data = SchemaData::default();
        let mut said = Said::default();
        for (name, value) in members(value)? {
            match name {
                "nullable" => schema_data.nullable = read(value)?,
                "readOnly" => schema_data.read_only = read(value)?,
                "writeOnly" => schema_data.write_only = read(value)?,
                "deprecated" => schema_data.deprecated = read(value)?,
                "externalDocs" => schema_data.external_docs = read(value)?,
                "example" => schema_data.example = read(value)?,
                "title" => schema_data.title = read(value)?,
                "description" => schema_data.description = read(value)?,
                "discriminator" => schema_data.discriminator = read(value)?,
                "default" => schema_data.default = read(value)?,
                _ if is_extension(name) => drop(schema_data.extensions.insert(name.to_owned(), value.into())),
                _ => said.add(name, value)?,
            }
        }
        // A field that openapiv3 adds stops the build.
        let SchemaData {
            nullable: _,
            read_only: _,
            write_only: _,
            deprecated: _,
            external_docs: _,
            example: _,
            title: _,
            description: _,
            discriminator: _,
            default: _,
            extensions: _,
        } = &schema_data;
        Ok(Self { schema_data, schema_kind: said.kind() })
    }
}

impl Read for AdditionalProperties {
    fn read(value: &Value) -> Result<Self> {
        match value {
            Value::Bool(any) => Ok(Self::Any(*any)),
            schema => read(schema).map(Self::Schema),
        }
    }
}

/// Of which kinds of values something is said, beside the type: a bit for each.
mod about {
    pub(super) const TEXTS: u16 = 1;
    pub(super) const NUMBERS: u16 = 1 << 1;
    pub(super) const OBJECTS: u16 = 1 << 2;
    pub(super) const ARRAYS: u16 = 1 << 3;
    pub(super) const VALUES: u16 = 1 << 4;
    pub(super) const FORMAT: u16 = 1 << 5;
    pub(super) const ONE_OF: u16 = 1 << 6;
    pub(super) const ALL_OF: u16 = 1 << 7;
    pub(super) const ANY_OF: u16 = 1 << 8;
    pub(super) const NOT: u16 = 1 << 9;
}

/// What a schema says of the values that it describes.
#[derive(Default)]
struct Said {
    /// All of it, but for numbers.
    any: AnySchema,
    multiple_of: Option<Number>,
    minimum: Option<Number>,
    maximum: Option<Number>,
    /// What it is [`about`].
    about: u16,
}

impl Said {
    fn add(&mut self, name: &str, value: &Value) -> Result<()> {
        let any = &mut self.any;
        self.about |= match name {
            "pattern" | "minLength" | "maxLength" => about::TEXTS,
            "multipleOf" | "exclusiveMinimum" | "exclusiveMaximum" | "minimum" | "maximum" => about::NUMBERS,
            "properties" | "required" | "additionalProperties" | "minProperties" | "maxProperties" => about::OBJECTS,
            "items" | "minItems" | "maxItems" | "uniqueItems" => about::ARRAYS,
            "enum" => about::VALUES,
            "format" => about::FORMAT,
            "oneOf" => about::ONE_OF,
            "allOf" => about::ALL_OF,
            "anyOf" => about::ANY_OF,
            "not" => about::NOT,
            _ => 0,
        };
        match name {
            "type" => any.typ = read(value)?,
            "pattern" => any.pattern = read(value)?,
            "minLength" => any.min_length = read(value)?,
            "maxLength" => any.max_length = read(value)?,
            "multipleOf" => self.multiple_of = read(value)?,
            "exclusiveMinimum" => any.exclusive_minimum = read(value)?,
            "exclusiveMaximum" => any.exclusive_maximum = read(value)?,
            "minimum" => self.minimum = read(value)?,
            "maximum" => self.maximum = read(value)?,
            "properties" => any.properties = read(value)?,
            "required" => any.required = read(value)?,
            "additionalProperties" => any.additional_properties = read(value)?,
            "minProperties" => any.min_properties = read(value)?,
            "maxProperties" => any.max_properties = read(value)?,
            "items" => any.items = read(value)?,
            "minItems" => any.min_items = read(value)?,
            "maxItems" => any.max_items = read(value)?,
            "uniqueItems" => any.unique_items = read(value)?,
            "enum" => any.enumeration = read(value)?,
            "format" => any.format = read(value)?,
            "oneOf" => any.one_of = read(value)?,
            "allOf" => any.all_of = read(value)?,
            "anyOf" => any.any_of = read(value)?,
            "not" => any.not = read(value)?,
            _ => {}
        }
        // As above.
        let AnySchema {
            typ: _,
            pattern: _,
            multiple_of: _,
            exclusive_minimum: _,
            exclusive_maximum: _,
            minimum: _,
            maximum: _,
            properties: _,
            required: _,
            additional_properties: _,
            min_properties: _,
            max_properties: _,
            items: _,
            min_items: _,
            max_items: _,
            unique_items: _,
            enumeration: _,
            format: _,
            min_length: _,
            max_length: _,
            one_of: _,
            all_of: _,
            any_of: _,
            not: _,
        } = any;
        Ok(())
    }

    /// Whether nothing is said but about `these`.
    fn is_about(&self, these: u16) -> bool {
        self.about & !these == 0
    }

    fn kind(self) -> SchemaKind {
        use about::{ALL_OF, ANY_OF, ARRAYS, FORMAT, NOT, NUMBERS, OBJECTS, ONE_OF, TEXTS, VALUES};
        match self.any.typ.as_deref() {
            Some("string") if self.is_about(TEXTS | VALUES | FORMAT) => self.string(),
            Some("number") if self.is_about(NUMBERS | VALUES | FORMAT) => self.number(),
            Some("integer") if self.is_about(NUMBERS | VALUES | FORMAT) => self.integer(),
            Some("boolean") if self.is_about(VALUES) => self.boolean(),
            Some("object") if self.is_about(OBJECTS) => self.object(),
            Some("array") if self.is_about(ARRAYS) => self.array(),
            None if self.about == ONE_OF => SchemaKind::OneOf { one_of: self.any.one_of },
            None if self.about == ALL_OF => SchemaKind::AllOf { all_of: self.any.all_of },
            None if self.about == ANY_OF => SchemaKind::AnyOf { any_of: self.any.any_of },
            None if self.about == NOT => match self.any.not {
                Some(not) => SchemaKind::Not { not },
                None => SchemaKind::Any(AnySchema::default()),
            },
            _ => self.anything(),
        }
    }

    fn string(self) -> SchemaKind {
        let Some(enumeration) = self.values(|value| value.as_str().map(str::to_owned)) else { return self.anything() };
        let AnySchema { format, pattern, min_length, max_length, .. } = self.any;
        SchemaKind::Type(Type::String(StringType {
            format: format.into(),
            pattern,
            enumeration,
            min_length,
            max_length,
        }))
    }

    fn number(self) -> SchemaKind {
        let Some(enumeration) = self.values(Json::as_f64) else { return self.anything() };
        SchemaKind::Type(Type::Number(NumberType {
            format: self.any.format.into(),
            multiple_of: decimal(self.multiple_of.as_ref()),
            exclusive_minimum: self.any.exclusive_minimum.unwrap_or_default(),
            exclusive_maximum: self.any.exclusive_maximum.unwrap_or_default(),
            minimum: decimal(self.minimum.as_ref()),
            maximum: decimal(self.maximum.as_ref()),
            enumeration,
        }))
    }

    fn integer(self) -> SchemaKind {
        let bounds = [&self.multiple_of, &self.minimum, &self.maximum];
        let [Some(multiple_of), Some(minimum), Some(maximum)] = bounds.map(|bound| integral(bound.as_ref())) else {
            return self.anything();
        };
        let Some(enumeration) = self.values(Json::as_i64) else { return self.anything() };
        SchemaKind::Type(Type::Integer(IntegerType {
            format: self.any.format.into(),
            multiple_of,
            exclusive_minimum: self.any.exclusive_minimum.unwrap_or_default(),
            exclusive_maximum: self.any.exclusive_maximum.unwrap_or_default(),
            minimum,
            maximum,
            enumeration,
        }))
    }

    fn boolean(self) -> SchemaKind {
        match self.values(Json::as_bool) {
            Some(enumeration) => SchemaKind::Type(Type::Boolean(BooleanType { enumeration })),
            None => self.anything(),
        }
    }

    fn object(self) -> SchemaKind {
        let AnySchema { properties, required, additional_properties, min_properties, max_properties, .. } = self.any;
        SchemaKind::Type(Type::Object(ObjectType {
            properties,
            required,
            additional_properties,
            min_properties,
            max_properties,
        }))
    }

    fn array(self) -> SchemaKind {
        let AnySchema { items, min_items, max_items, unique_items, .. } = self.any;
        let unique_items = unique_items.unwrap_or_default();
        SchemaKind::Type(Type::Array(ArrayType { items, min_items, max_items, unique_items }))
    }

    fn anything(self) -> SchemaKind {
        SchemaKind::Any(AnySchema {
            multiple_of: decimal(self.multiple_of.as_ref()),
            minimum: decimal(self.minimum.as_ref()),
            maximum: decimal(self.maximum.as_ref()),
            ..self.any
        })
    }

    /// The values that are listed, if each is one of what `read` reads, or null.
    fn values<T>(&self, read: impl Fn(&Json) -> Option<T>) -> Option<Vec<Option<T>>> {
        let value = |value: &Json| if value.is_null() { Some(None) } else { read(value).map(Some) };
        self.any.enumeration.iter().map(value).collect()
    }
}

fn decimal(bound: Option<&Number>) -> Option<f64> {
    bound.and_then(Number::as_f64)
}

/// The integer that `bound` is, if it is none or one.
fn integral(bound: Option<&Number>) -> Option<Option<i64>> {
    bound.map_or(Some(None), |number| number.as_i64().map(Some))
}
