//! The objects that may be large, member by member.

use indexmap::IndexMap;
use openapiv3::{Paths, Responses, StatusCode};
use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde_json::Result;

use super::read::{Read, Value, is_extension, members, objects, read};

objects! {
    OpenAPI {
        "openapi" => openapi,
        "info" => info,
        "servers" => servers,
        "paths" => paths,
        "components" => components,
        "security" => security,
        "tags" => tags,
        "externalDocs" => external_docs,
    }
    Components {
        "schemas" => schemas,
        "responses" => responses,
        "parameters" => parameters,
        "examples" => examples,
        "requestBodies" => request_bodies,
        "headers" => headers,
        "securitySchemes" => security_schemes,
        "links" => links,
        "callbacks" => callbacks,
    }
    PathItem {
        "summary" => summary,
        "description" => description,
        "get" => get,
        "put" => put,
        "post" => post,
        "delete" => delete,
        "options" => options,
        "head" => head,
        "patch" => patch,
        "trace" => trace,
        "servers" => servers,
        "parameters" => parameters,
    }
    Operation {
        "tags" => tags,
        "summary" => summary,
        "description" => description,
        "externalDocs" => external_docs,
        "operationId" => operation_id,
        "parameters" => parameters,
        "requestBody" => request_body,
        "responses" => responses,
        "callbacks" => callbacks,
        "deprecated" => deprecated,
        "security" => security,
        "servers" => servers,
    }
    RequestBody {
        "description" => description,
        "content" => content,
        "required" => required,
    }
    MediaType {
        "schema" => schema,
        "example" => example,
        "examples" => examples,
        "encoding" => encoding,
    }
    Example {
        "summary" => summary,
        "description" => description,
        "value" => value,
        "externalValue" => external_value,
    }
    Encoding {
        "contentType" => content_type,
        "headers" => headers,
        "style" => style,
        "explode" => explode,
        "allowReserved" => allow_reserved,
    }
    Response {
        "description" => description,
        "headers" => headers,
        "content" => content,
        "links" => links,
    }
}

/// The extensions alone: paths are read one by one.
impl Read for Paths {
    fn read(value: &Value) -> Result<Self> {
        let extensions = members(value)?.filter(|(name, _)| is_extension(name));
        let extensions = extensions.map(|(name, value)| (name.to_owned(), value.into())).collect();
        Ok(Self { paths: IndexMap::new(), extensions })
    }
}

impl Read for Responses {
    fn read(value: &Value) -> Result<Self> {
        let mut responses = Self::default();
        for (name, value) in members(value)? {
            if name == "default" {
                responses.default = read(value)?;
            } else if is_extension(name) {
                responses.extensions.insert(name.to_owned(), value.into());
            } else if let Ok(status) = status(name) {
                responses.responses.insert(status, read(value)?);
            }
        }
        let Self { default: _, responses: _, extensions: _ } = &responses;
        Ok(responses)
    }
}

fn status(name: &str) -> Result<StatusCode> {
    StatusCode::deserialize(name.into_deserializer())
}
