//! Ports where no connection comes about.

use std::net::{SocketAddr, TcpStream};

use tokio::net::{TcpListener, TcpSocket};

use crate::answer::Answer;
use crate::server::{Server, in_order};

/// A port of this machine that is taken, and that nobody listens on: every connection to it is refused.
#[derive(Debug)]
pub struct Refusing(TcpSocket);

impl Refusing {
    /// Takes a port.
    pub fn start() -> Self {
        let socket = TcpSocket::new_v4().expect("this machine has sockets");
        socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).expect("this machine has a free port");
        Self(socket)
    }

    /// The base URL, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// Listens from now on, in place of refusing.
    pub fn listen(self, answers: impl IntoIterator<Item = Answer>) -> Server {
        let address = self.address();
        let listener = self.0.listen(64).expect("a bound socket can listen");
        Server::on(listener, address, in_order(answers))
    }

    fn address(&self) -> SocketAddr {
        self.0.local_addr().expect("a bound socket has an address")
    }
}

/// A port of this machine that leaves connections neither made nor refused: its queue has room for one, and is full.
///
/// That is how Linux behaves; other systems may refuse.
#[derive(Debug)]
pub struct Silent {
    _listener: TcpListener,
    queued: TcpStream,
}

impl Silent {
    /// Takes a port.
    pub fn start() -> Self {
        let Refusing(socket) = Refusing::start();
        let address = socket.local_addr().expect("a bound socket has an address");
        let listener = socket.listen(0).expect("a bound socket can listen");
        let queued = TcpStream::connect(address).expect("there is room for one connection");
        Self { _listener: listener, queued }
    }

    /// The base URL, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.queued.peer_addr().expect("the connection is open"))
    }
}
