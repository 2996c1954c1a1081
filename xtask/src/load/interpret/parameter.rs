//! Parameters and headers, which are described by either a schema or content.

use indexmap::IndexMap;
use openapiv3::{Header, Parameter, ParameterData, ParameterSchemaOrContent};
use serde::de::Error as _;
use serde_json::{Error, Result};

use super::read::{Read, Value, is_extension, members, read};

impl Read for Parameter {
    fn read(value: &Value) -> Result<Self> {
        let mut parameter_data = undescribed();
        let (mut location, mut style) = (String::new(), None);
        let (mut allow_reserved, mut allow_empty_value) = (false, None);
        for (name, value) in members(value)? {
            match name {
                "in" => location = read(value)?,
                "style" => style = Some(value),
                "allowReserved" => allow_reserved = read(value)?,
                "allowEmptyValue" => allow_empty_value = read(value)?,
                _ => describe(&mut parameter_data, name, value)?,
            }
        }
        Ok(match location.as_str() {
            "query" => Self::Query { parameter_data, allow_reserved, style: styled(style)?, allow_empty_value },
            "header" => Self::Header { parameter_data, style: styled(style)? },
            "path" => Self::Path { parameter_data, style: styled(style)? },
            "cookie" => Self::Cookie { parameter_data, style: styled(style)? },
            other => return Err(Error::unknown_variant(other, &["query", "header", "path", "cookie"])),
        })
    }
}

impl Read for Header {
    fn read(value: &Value) -> Result<Self> {
        let mut data = undescribed();
        let mut style = None;
        for (name, value) in members(value)? {
            match name {
                "style" => style = Some(value),
                _ => describe(&mut data, name, value)?,
            }
        }
        let style = styled(style)?;
        let ParameterData { description, required, deprecated, format, example, examples, extensions, .. } = data;
        Ok(Self { description, style, required, deprecated, format, example, examples, extensions })
    }
}

/// A parameter that nothing has been said of.
fn undescribed() -> ParameterData {
    ParameterData {
        name: String::new(),
        description: None,
        required: false,
        deprecated: None,
        format: ParameterSchemaOrContent::Content(IndexMap::new()),
        example: None,
        examples: IndexMap::new(),
        explode: None,
        extensions: IndexMap::new(),
    }
}

/// Adds to `data` what its member `name` says.
fn describe(data: &mut ParameterData, name: &str, value: &Value) -> Result<()> {
    match name {
        "name" => data.name = read(value)?,
        "description" => data.description = read(value)?,
        "required" => data.required = read(value)?,
        "deprecated" => data.deprecated = read(value)?,
        "schema" => data.format = ParameterSchemaOrContent::Schema(read(value)?),
        "content" => data.format = ParameterSchemaOrContent::Content(read(value)?),
        "example" => data.example = read(value)?,
        "examples" => data.examples = read(value)?,
        "explode" => data.explode = read(value)?,
        _ if is_extension(name) => drop(data.extensions.insert(name.to_owned(), value.into())),
        _ => {}
    }
    Ok(())
}

fn styled<T: Read + Default>(style: Option<&Value>) -> Result<T> {
    style.map_or_else(|| Ok(T::default()), read)
}
