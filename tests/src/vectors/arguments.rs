//! What a call is given: JSON values under the names of the vendor's document.
//!
//! Arguments are taken out one by one, each as the type that a builder wants. What is left at the end is one that no
//! builder takes, and that would have been lost.

use serde_json::{Map, Value};

/// The arguments of one call.
pub type Arguments = Map<String, Value>;

/// A text that the operation cannot do without.
///
/// # Errors
///
/// If it is not among the arguments, or no text.
pub fn required(arguments: &mut Arguments, name: &str) -> Result<String, String> {
    text(arguments, name)?.ok_or_else(|| format!("the argument {name} is missing"))
}

/// A text.
///
/// # Errors
///
/// If the argument is no text.
pub fn text(arguments: &mut Arguments, name: &str) -> Result<Option<String>, String> {
    take(arguments, name, |value| value.as_str().map(str::to_owned))
}

/// A whole number.
///
/// # Errors
///
/// If the argument is no whole number.
pub fn integer(arguments: &mut Arguments, name: &str) -> Result<Option<i64>, String> {
    take(arguments, name, Value::as_i64)
}

/// A truth value.
///
/// # Errors
///
/// If the argument is no truth value.
pub fn boolean(arguments: &mut Arguments, name: &str) -> Result<Option<bool>, String> {
    take(arguments, name, Value::as_bool)
}

/// Items of any type.
///
/// # Errors
///
/// If the argument is no array.
pub fn items(arguments: &mut Arguments, name: &str) -> Result<Option<Vec<Value>>, String> {
    take(arguments, name, |value| value.as_array().cloned())
}

fn take<T>(arguments: &mut Arguments, name: &str, read: impl Fn(&Value) -> Option<T>) -> Result<Option<T>, String> {
    let read = |value: Value| read(&value).ok_or_else(|| format!("the argument {name} is of another type: {value}"));
    arguments.remove(name).map(read).transpose()
}

/// Checks that all arguments have been taken.
///
/// # Errors
///
/// If one is left.
pub fn none_left(arguments: &Arguments) -> Result<(), String> {
    let left: Vec<&String> = arguments.keys().collect();
    if left.is_empty() { Ok(()) } else { Err(format!("no input of the operation: {left:?}")) }
}

/// Calls each setter of a builder whose argument is given, then awaits it: `Ok(())`, or a message.
///
/// The arguments are taken by `kind(&mut arguments, name)`, one of the functions of this module or one like them.
macro_rules! send {
    ($arguments:ident, $builder:expr $(, $setter:ident: $kind:ident($name:literal))+) => {{
        let mut builder = $builder;
        $(if let Some(value) = $kind(&mut $arguments, $name)? {
            builder = builder.$setter(value);
        })+
        none_left(&$arguments)?;
        builder.await.map(drop).map_err(|error| error.to_string())
    }};
}

pub(crate) use send;
