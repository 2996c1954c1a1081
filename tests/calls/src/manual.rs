//! Calls by hand: what somebody would write with care for an API of a few operations.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::{Client, RequestBuilder, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::server::{PAGE, SID};
use crate::{Case, Error};

/// A plugin, with the types that the generated client has.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "named after what they hold")]
pub struct Plugin {
    pub sid: Option<String>,
    pub account_sid: Option<String>,
    pub unique_name: Option<String>,
    pub friendly_name: Option<String>,
    pub description: Option<String>,
    pub archived: Option<bool>,
    pub date_created: Option<Timestamp>,
    pub date_updated: Option<Timestamp>,
    pub url: Option<String>,
    pub links: Option<Links>,
}

/// Where to find what belongs to a plugin.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "named after what they hold")]
pub struct Links {
    pub plugin_versions: Option<String>,
}

/// A page of plugins.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "named after what they hold")]
pub struct Page {
    pub plugins: Vec<Plugin>,
    pub meta: Meta,
}

/// Where a page stands in its list.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "named after what they hold")]
pub struct Meta {
    pub page: Option<i64>,
    pub page_size: Option<i64>,
    pub first_page_url: Option<String>,
    pub previous_page_url: Option<String>,
    pub url: Option<String>,
    pub next_page_url: Option<String>,
    pub key: Option<String>,
}

/// An answer that is no success.
#[derive(Debug)]
pub struct Refused {
    /// Its status.
    pub status: StatusCode,
    /// Its body.
    pub body: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.status, self.body)
    }
}

impl std::error::Error for Refused {}

/// A client of a few operations.
pub struct Manual {
    http: Client,
    base: String,
}

impl Manual {
    /// A client for the server at `url`.
    ///
    /// # Errors
    ///
    /// If the HTTP client cannot be set up.
    pub fn new(url: &str) -> reqwest::Result<Self> {
        let mut authorization =
            HeaderValue::from_static("Basic QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDp0b2tlbg==");
        authorization.set_sensitive(true);
        let headers = [(ACCEPT, HeaderValue::from_static("application/json")), (AUTHORIZATION, authorization)];
        let http = Client::builder()
            .default_headers(HeaderMap::from_iter(headers))
            .user_agent("manual/1.0.0")
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_secs(30))
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .build()?;
        Ok(Self { http, base: url.to_owned() })
    }

    /// One plugin.
    ///
    /// # Errors
    ///
    /// If the call fails, or its answer is none.
    pub async fn fetch(&self, sid: &str) -> Result<Plugin, Error> {
        let sid = utf8_percent_encode(sid, NON_ALPHANUMERIC);
        read(self.http.get(format!("{}/v1/PluginService/Plugins/{sid}", self.base))).await
    }

    /// Makes a plugin.
    ///
    /// # Errors
    ///
    /// If the call fails, or its answer is none.
    pub async fn create(&self, name: &str, friendly_name: &str, description: &str) -> Result<Plugin, Error> {
        let form = [("UniqueName", name), ("FriendlyName", friendly_name), ("Description", description)];
        read(self.http.post(format!("{}/v1/PluginService/Plugins", self.base)).form(&form)).await
    }

    /// The first page of plugins.
    ///
    /// # Errors
    ///
    /// If the call fails, or its answer is none.
    pub async fn list(&self, page_size: usize) -> Result<Page, Error> {
        self.page(&format!("{}/v1/PluginService/Plugins?PageSize={page_size}", self.base)).await
    }

    /// The page of plugins at `url`.
    ///
    /// # Errors
    ///
    /// If the call fails, or its answer is none.
    pub async fn page(&self, url: &str) -> Result<Page, Error> {
        read(self.http.get(url)).await
    }
}

/// The value that answers `request`.
async fn read<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Error> {
    let response = request.send().await?;
    let status = response.status();
    let body = response.bytes().await?;
    if !status.is_success() {
        return Err(Refused { status, body: String::from_utf8_lossy(&body).into_owned() }.into());
    }
    Ok(serde_json::from_slice(&body)?)
}

/// Makes `n` calls, one after the other, to the server at `url`.
///
/// # Errors
///
/// If a call fails, or does not return what the server holds.
pub async fn call(case: Case, n: usize, url: &str) -> Result<(), Error> {
    let client = Manual::new(url)?;
    for _ in 0..n {
        match case {
            Case::Fetch => assert_eq!(client.fetch(SID).await?.sid.as_deref(), Some(SID)),
            Case::Create => assert_eq!(client.create("crm", "CRM & more", "").await?.sid.as_deref(), Some(SID)),
            Case::List | Case::Reversed => assert_eq!(client.list(PAGE).await?.plugins.len(), PAGE),
        }
    }
    Ok(())
}
