//! From a scalar of the wrong type to the one that was meant.

use serde_json::Number;

use super::structure::Shape;
use super::value::Value;

/// The scalar that was meant by one of another type, if that is beyond doubt.
pub(super) fn scalar(shape: Shape, value: &Value) -> Option<Value> {
    match (shape, value) {
        (Shape::Text, Value::Number(number)) => Some(Value::from(number.to_string())),
        (Shape::Text, Value::Bool(truth)) => Some(Value::from(truth.to_string())),
        (Shape::Bool | Shape::BoolOr(_), Value::String(text)) => text.parse().ok().map(Value::Bool),
        (Shape::Count, Value::String(text)) => text.parse::<u64>().ok().map(Value::from),
        (Shape::Count, Value::Number(number)) => count(number).map(Value::from),
        (Shape::Number, Value::String(text)) => text.parse::<Number>().ok().map(Value::Number),
        _ => None,
    }
}

/// `number` as an integer: `3.0` is one in JSON Schema and in JavaScript.
fn count(number: &Number) -> Option<u64> {
    let value = number.as_f64()?;
    // 2⁵³: beyond that, a float does not know its units.
    (value.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(&value)).then_some(value as u64)
}
