//! Fixed sets of plugin versions.
//!
//! A configuration says which build of which plugin runs. It never changes; to add or remove a plugin,
//! create another configuration.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// Fixed sets of plugin versions.
    ///
    /// A configuration says which build of which plugin runs. It never changes; to add or remove a plugin,
    /// create another configuration.
    pub struct Configurations;
}

impl Configurations {
    /// Lists the configurations of the account.
    ///
    /// The newest configuration comes first. Archived configurations are part of the list.
    ///
    /// The plugins of a configuration are not shown here; list the configured plugins of each.
    ///
    /// Fails with 400 if a paging argument is out of range, or the page token is not one of this list.
    ///
    /// `GET /v1/PluginService/Configurations`, operation `ListConfigurations`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`Configuration`](models::Configuration); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let mut configurations = client.configurations().list().stream();
    /// while let Some(configuration) = configurations.next().await {
    ///     let configuration = configuration?;
    ///     println!("{configuration:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self) -> ListConfigurations {
        let request = Request::new(&self.client, &LIST_CONFIGURATIONS);
        ListConfigurations { request }
    }

    /// Creates a configuration from plugin versions.
    ///
    /// The configuration holds exactly the given versions. Nothing is taken over from the active one, and
    /// nothing changes in Flex until the new one is released.
    ///
    /// Fails with
    ///
    /// - 400 if the name is missing, or an entry is malformed;
    /// - 400 if an entry names a version that is unknown, or that is archived itself or through its plugin;
    /// - 400 if two entries are of the same plugin.
    ///
    /// `POST /v1/PluginService/Configurations`, operation `CreateConfiguration`.
    ///
    /// # Arguments
    ///
    /// - `name`: The name of the configuration. Others may have the same one.
    ///
    ///   Twilio's command line tool allows 100 characters; the service states no limit.
    ///
    ///   Length: at least 1 character.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`Configuration`](models::Configuration); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use twilio_flex_plugins::models::ConfigurationPlugin;
    ///
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let configuration = client
    ///     .configurations()
    ///     .create("some name")
    ///     .plugins([
    ///         ConfigurationPlugin::new("FVaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").phase(3),
    ///     ])
    ///     .description("description")
    ///     .await?;
    /// println!("{configuration:?}");
    /// # Ok(()) }
    /// ```
    pub fn create(&self, name: impl AsRef<str>) -> CreateConfiguration {
        let mut request = Request::with_form(&self.client, &CREATE_CONFIGURATION);
        request.form("Name", name.as_ref());
        CreateConfiguration { request }
    }

    /// Fetches a configuration.
    ///
    /// Its plugins are not part of the answer; list the configured plugins for them. Archived configurations
    /// are found, too.
    ///
    /// Fails with 404 if the account has no configuration of this SID.
    ///
    /// `GET /v1/PluginService/Configurations/{Sid}`, operation `FetchConfiguration`.
    ///
    /// # Arguments
    ///
    /// - `sid`: The SID of the configuration. Its name does not identify it.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`Configuration`](models::Configuration); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let configuration = client
    ///     .configurations()
    ///     .fetch("FJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    ///     .await?;
    /// println!("{configuration:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(&self, sid: impl AsRef<str>) -> FetchConfiguration {
        let mut request = Request::new(&self.client, &FETCH_CONFIGURATION);
        request.path("Sid", sid.as_ref());
        FetchConfiguration { request }
    }

    /// Archives a configuration for good.
    ///
    /// It can still be read, but not released any more. Its plugins and their versions stay as they are.
    ///
    /// Fails with
    ///
    /// - 400 if the configuration is archived already;
    /// - 400 if it is the active one. Release another configuration first;
    /// - 404 if the account has no configuration of this SID.
    ///
    /// `POST /v1/PluginService/Configurations/{Sid}/Archive`, operation `ArchiveConfiguration`.
    ///
    /// # Arguments
    ///
    /// - `sid`: The SID of the configuration. Its name does not identify it.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`ArchivedConfiguration`](models::ArchivedConfiguration); [`Error::Invalid`](crate::Error::Invalid) if an
    /// input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let archived_configuration = client
    ///     .configurations()
    ///     .archive("FJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    ///     .await?;
    /// println!("{archived_configuration:?}");
    /// # Ok(()) }
    /// ```
    pub fn archive(&self, sid: impl AsRef<str>) -> ArchiveConfiguration {
        let mut request = Request::new(&self.client, &ARCHIVE_CONFIGURATION);
        request.path("Sid", sid.as_ref());
        ArchiveConfiguration { request }
    }
}

pages! {
    static LIST_CONFIGURATIONS = GET "/v1/PluginService/Configurations" as "ListConfigurations" for document::SECURITY;
    pages = Paging { items: &["configurations"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`Configurations::list`], to be given what is optional and then awaited.
    pub struct ListConfigurations => models::Configuration;

    /// How many items a page has.
    ///
    /// Range: 1 to 1000. Default: `50`.
    fn page_size(value: i64) => query("PageSize", value);

    /// The number of the page, for the caller's own use.
    ///
    /// It is repeated in the answer and does not choose the page; the page token does.
    ///
    /// Range: 0 to 2147483647. Default: `0`.
    fn page(value: i64) => query("Page", value);

    /// Which page to return. Without it, that is the first one.
    ///
    /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
    /// outside the list and the account that it comes from.
    fn page_token(value: impl AsRef<str>) => query("PageToken", value.as_ref());

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static CREATE_CONFIGURATION =
        POST "/v1/PluginService/Configurations" as "CreateConfiguration" for document::SECURITY;

    /// A call of [`Configurations::create`], to be given what is optional and then awaited.
    pub struct CreateConfiguration: Json<models::Configuration> => models::Configuration;

    /// The plugin versions of the configuration, at most one of each plugin.
    ///
    /// Without any, the configuration is empty; releasing it turns all plugins off.
    fn plugins(values: impl IntoIterator<Item = models::ConfigurationPlugin>) => form_json_each("Plugins", values);

    /// What the configuration is for. It may be empty.
    ///
    /// Twilio's command line tool allows 500 characters; the service states no limit.
    fn description(value: impl AsRef<str>) => form("Description", value.as_ref());

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static FETCH_CONFIGURATION =
        GET "/v1/PluginService/Configurations/{Sid}" as "FetchConfiguration" for document::SECURITY;

    /// A call of [`Configurations::fetch`], to be given what is optional and then awaited.
    pub struct FetchConfiguration: Json<models::Configuration> => models::Configuration;

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static ARCHIVE_CONFIGURATION =
        POST "/v1/PluginService/Configurations/{Sid}/Archive" as "ArchiveConfiguration" for document::SECURITY;

    /// A call of [`Configurations::archive`], to be given what is optional and then awaited.
    pub struct ArchiveConfiguration: Json<models::ArchivedConfiguration> => models::ArchivedConfiguration;

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
