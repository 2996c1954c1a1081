//! What is asked for: any of the 18 operations, by anybody, of anything.
//!
//! Things are named by a number, which stands for one of those that exist when the operation is carried out; so a
//! sequence means something whatever is left out of it.

/// An operation, and who asks for it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub caller: Caller,
    pub operation: Operation,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// The first account.
    Owner,
    /// The first account with a token, for which only SIDs name things.
    Browser,
    /// The second account.
    Other,
}

type Text = Option<&'static str>;

/// What is asked for.
#[derive(Clone, Debug)]
pub enum Operation {
    ListPlugins(Window),
    CreatePlugin { name: &'static str, friendly_name: Text, description: Option<String> },
    FetchPlugin(Id),
    UpdatePlugin { plugin: Id, friendly_name: Text, description: Option<String> },
    ArchivePlugin(Id),
    ListVersions(Id, Window),
    CreateVersion { plugin: Id, version: &'static str, url: &'static str, more: More },
    FetchVersion(Id, Id),
    ArchiveVersion(Id, Id),
    ListConfigurations(Window),
    CreateConfiguration { name: &'static str, description: Text, entries: Vec<(Id, Option<i64>)> },
    FetchConfiguration(Id),
    ArchiveConfiguration(Id),
    ListConfiguredPlugins(Id, Window),
    FetchConfiguredPlugin(Id, Id),
    ListReleases(Window),
    CreateRelease(Id),
    FetchRelease(Id),
}

/// What a new version may have besides.
#[derive(Clone, Debug)]
pub struct More {
    pub changelog: Text,
    pub private: Option<bool>,
    pub cli_version: Text,
    pub validate_status: Text,
}

/// A name for something; the numbers count those that exist, again and again.
#[derive(Clone, Debug)]
pub enum Id {
    /// The SID of one that the account has.
    Sid(usize),
    /// The unique name, the version string, the name of a configuration, or `Active`.
    Alias(usize),
    /// The SID of one that the other account has.
    Foreign(usize),
    /// The SID of something of another kind; of a version, that of another plugin's, too.
    Misplaced(usize),
    /// What nothing is called.
    Nothing(&'static str),
}

/// Which part of a list.
#[derive(Clone, Debug)]
pub struct Window {
    pub size: Option<i64>,
    pub page: Option<i64>,
    pub token: Option<Token>,
}

/// A page token; the numbers count those that were seen, again and again.
#[derive(Clone, Debug)]
pub enum Token {
    /// One that this list gave.
    Own(usize),
    /// One that this list gave the other account.
    Foreign(usize),
    /// One that any list of any account gave.
    Any(usize),
    /// One that nobody gave.
    MadeUp(&'static str),
}
