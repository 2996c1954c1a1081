//! Texts of a fixed form.

use crate::runtime::newtype::{Part, Pattern, newtype};

/// Identifies a plugin.
///
/// `FP` and 32 hexadecimal digits, in lower case if the service issued it.
///
/// Parsing checks that the text matches `^FP[0-9a-fA-F]{32}$`, for example
/// `FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`. What the service sends is taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PluginSid(String);

impl PluginSid {
    const PATTERN: Pattern = Pattern {
        name: "PluginSid",
        expression: "^FP[0-9a-fA-F]{32}$",
        parts: &[
            Part::Literal("FP"),
            Part::Class(&[('0', '9'), ('A', 'F'), ('a', 'f')], 32),
        ],
    };
}

newtype!(PluginSid);

/// Identifies an account.
///
/// `AC` and 32 hexadecimal digits, in lower case if the service issued it.
///
/// Parsing checks that the text matches `^AC[0-9a-fA-F]{32}$`, for example
/// `ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`. What the service sends is taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountSid(String);

impl AccountSid {
    const PATTERN: Pattern = Pattern {
        name: "AccountSid",
        expression: "^AC[0-9a-fA-F]{32}$",
        parts: &[
            Part::Literal("AC"),
            Part::Class(&[('0', '9'), ('A', 'F'), ('a', 'f')], 32),
        ],
    };
}

newtype!(AccountSid);

/// Identifies a plugin version.
///
/// `FV` and 32 hexadecimal digits, in lower case if the service issued it.
///
/// Parsing checks that the text matches `^FV[0-9a-fA-F]{32}$`, for example
/// `FVaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`. What the service sends is taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PluginVersionSid(String);

impl PluginVersionSid {
    const PATTERN: Pattern = Pattern {
        name: "PluginVersionSid",
        expression: "^FV[0-9a-fA-F]{32}$",
        parts: &[
            Part::Literal("FV"),
            Part::Class(&[('0', '9'), ('A', 'F'), ('a', 'f')], 32),
        ],
    };
}

newtype!(PluginVersionSid);

/// Identifies a configuration.
///
/// `FJ` and 32 hexadecimal digits, in lower case if the service issued it.
///
/// Parsing checks that the text matches `^FJ[0-9a-fA-F]{32}$`, for example
/// `FJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`. What the service sends is taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConfigurationSid(String);

impl ConfigurationSid {
    const PATTERN: Pattern = Pattern {
        name: "ConfigurationSid",
        expression: "^FJ[0-9a-fA-F]{32}$",
        parts: &[
            Part::Literal("FJ"),
            Part::Class(&[('0', '9'), ('A', 'F'), ('a', 'f')], 32),
        ],
    };
}

newtype!(ConfigurationSid);

/// Identifies a release.
///
/// `FK` and 32 hexadecimal digits, in lower case if the service issued it.
///
/// Parsing checks that the text matches `^FK[0-9a-fA-F]{32}$`, for example
/// `FKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`. What the service sends is taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReleaseSid(String);

impl ReleaseSid {
    const PATTERN: Pattern = Pattern {
        name: "ReleaseSid",
        expression: "^FK[0-9a-fA-F]{32}$",
        parts: &[
            Part::Literal("FK"),
            Part::Class(&[('0', '9'), ('A', 'F'), ('a', 'f')], 32),
        ],
    };
}

newtype!(ReleaseSid);
