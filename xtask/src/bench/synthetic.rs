//! Documents of any size, written as they are made: a realistic mix, for seeing how time and memory grow.
//!
//! Each resource has five operations: a list with Twilio's paging, a create with a form, a fetch, an update in JSON
//! and a delete; and models with references to each other and to a few that all share.

use std::io::{self, Write};

use serde_json::{Value, json};

/// How many operations each resource has.
const EACH: usize = 5;
/// Models refer to their neighbours in groups of this size.
const GROUP: usize = 10;

/// Writes a document of `operations`, rounded up to whole resources, to `out`.
///
/// # Errors
///
/// If it cannot be written.
pub(super) fn write(out: &mut impl Write, operations: usize) -> io::Result<()> {
    let resources = operations.div_ceil(EACH);
    let info = json!({ "title": "Warehouse", "version": "1.0.0", "description": "Keeps things." });
    write!(out, "{{\"openapi\":\"3.0.3\",\"info\":{info},")?;
    write!(out, "\"servers\":[{{\"url\":\"https://warehouse.example\"}}],\"paths\":{{")?;
    members(out, (0..resources).flat_map(paths))?;
    write!(out, "}},\"components\":{{\"schemas\":{{")?;
    members(out, shared().into_iter().chain((0..resources).flat_map(schemas)))?;
    write!(out, "}}}}}}")
}

/// Writes the members of an object, without its braces.
fn members(out: &mut impl Write, members: impl Iterator<Item = (String, Value)>) -> io::Result<()> {
    for (index, (name, value)) in members.enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(out, "{comma}{}:{value}", json!(name))?;
    }
    Ok(())
}

/// The paths of a resource: all of its things, and one.
fn paths(index: usize) -> [(String, Value); 2] {
    let all = format!("/2026-11-22/Accounts/{{AccountSid}}/Things{index}.json");
    let one = format!("/2026-11-22/Accounts/{{AccountSid}}/Things{index}/{{Sid}}.json");
    let account = path_parameter("AccountSid", "The account that the thing belongs to.");
    let sid = path_parameter("Sid", "What identifies the thing.");
    let tags = [format!("Things{index}")];
    let operation = |name: &str, docs: &str| {
        let id = format!("{name}Things{index}");
        json!({ "operationId": id, "tags": tags, "description": docs })
    };
    let with = |mut operation: Value, body: Option<Value>, status: &str, answer: Value| {
        operation["responses"] = json!({ status: answer });
        if let Some(body) = body {
            operation["requestBody"] = body;
        }
        operation
    };
    let thing = || json!({ "description": "The thing.", "content": json(reference("Thing", index)) });
    let mut list = with(operation("List", "All things, the newest first."), None, "200", page(index));
    list["parameters"] = json!([
        { "name": "Status", "in": "query", "schema": { "$ref": "#/components/schemas/Status" } },
        { "name": "DateCreated", "in": "query", "schema": { "type": "string", "format": "date-time" } },
        { "name": "PageSize", "in": "query", "schema": { "type": "integer", "minimum": 1, "maximum": 1000 } },
    ]);
    let create = with(operation("Create", "Adds a thing."), Some(form()), "201", thing());
    let fetch = with(operation("Fetch", "One thing."), None, "200", thing());
    let update = with(operation("Update", "Changes a thing."), Some(changes(index)), "200", thing());
    let delete = with(operation("Delete", "Removes a thing."), None, "204", json!({ "description": "It is gone." }));
    [
        (all, json!({ "parameters": [account], "get": list, "post": create })),
        (one, json!({ "parameters": [account, sid], "get": fetch, "put": update, "delete": delete })),
    ]
}

fn path_parameter(name: &str, docs: &str) -> Value {
    json!({ "name": name, "in": "path", "required": true, "description": docs, "schema": { "type": "string" } })
}

/// The answer of a list: a page in Twilio's form.
fn page(index: usize) -> Value {
    let items = json!({ "type": "array", "items": reference("Thing", index) });
    let envelope =
        json!({ "type": "object", "properties": { "things": items, "meta": { "$ref": "#/components/schemas/Meta" } } });
    json!({ "description": "A page.", "content": json(envelope) })
}

fn form() -> Value {
    let schema = json!({
        "type": "object",
        "required": ["FriendlyName"],
        "properties": {
            "FriendlyName": { "type": "string", "description": "What people call it." },
            "Status": { "$ref": "#/components/schemas/Status" },
            "Weight": { "type": "number", "description": "In kilograms." },
            "Tags": { "type": "array", "items": { "type": "string" } },
            "CallbackUrl": { "type": "string", "format": "uri", "description": "Who is told when it changes." },
        },
    });
    json!({ "content": { "application/x-www-form-urlencoded": { "schema": schema } } })
}

fn changes(index: usize) -> Value {
    json!({ "required": true, "content": json(reference("Change", index)) })
}

fn json(schema: Value) -> Value {
    json!({ "application/json": { "schema": schema } })
}

fn reference(name: &str, index: usize) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}{index}") })
}

/// The models of a resource.
fn schemas(index: usize) -> [(String, Value); 2] {
    let neighbour = if index.is_multiple_of(GROUP) { index } else { index - 1 };
    let thing = json!({
        "type": "object",
        "description": "A thing that is kept.",
        "required": ["sid", "friendly_name"],
        "properties": {
            "sid": { "type": "string", "description": "What identifies it." },
            "account_sid": { "type": "string", "nullable": true },
            "friendly_name": { "type": "string", "description": "What people call it." },
            "status": { "$ref": "#/components/schemas/Status" },
            "count": { "type": "integer", "format": "int64" },
            "weight": { "type": "number", "description": "In kilograms." },
            "price": { "$ref": "#/components/schemas/Money" },
            "parts": { "type": "array", "items": reference("Thing", neighbour) },
            "attributes": { "type": "object", "additionalProperties": { "type": "string" } },
            "tags": { "type": "array", "items": { "type": "string" } },
            "date_created": { "type": "string", "format": "date-time", "description": "When it was added." },
            "url": { "type": "string", "format": "uri", "nullable": true },
        },
    });
    let change = json!({
        "type": "object",
        "description": "What is to be changed about a thing.",
        "properties": {
            "friendly_name": { "type": "string" },
            "status": { "$ref": "#/components/schemas/Status" },
            "price": { "$ref": "#/components/schemas/Money" },
            "weight": { "type": "number", "nullable": true },
        },
    });
    [(format!("Thing{index}"), thing), (format!("Change{index}"), change)]
}

/// The models that all resources share.
fn shared() -> [(String, Value); 3] {
    let text = json!({ "type": "string", "nullable": true });
    let meta = json!({
        "type": "object",
        "properties": {
            "page": { "type": "integer" },
            "page_size": { "type": "integer" },
            "first_page_url": text,
            "next_page_url": text,
            "previous_page_url": text,
            "url": text,
            "key": { "type": "string" },
        },
    });
    let money = json!({
        "type": "object",
        "required": ["amount", "currency"],
        "properties": {
            "amount": { "type": "string" },
            "currency": { "type": "string", "description": "By ISO 4217." },
        },
    });
    let status =
        json!({ "type": "string", "enum": ["queued", "stored", "shipped", "lost"], "description": "Where it is." });
    [("Meta".to_owned(), meta), ("Money".to_owned(), money), ("Status".to_owned(), status)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_have_as_many_operations_as_asked_for_and_nothing_wrong_with_them() {
        for operations in [5, 23, 200] {
            let mut text = Vec::new();
            write(&mut text, operations).unwrap();
            let text = String::from_utf8(text).unwrap();
            let target = xtask::Target { package: "synthetic".to_owned(), ..xtask::Target::default() };
            let generated = xtask::generate_text("synthetic.json", &text, &target);
            assert_eq!(generated.operations, operations.next_multiple_of(EACH));
            assert_eq!(xtask::report::plain(&generated.source, &generated.diagnostics), "");
            assert!(generated.files.is_some());
        }
    }
}
