// The part of Asio that needs OpenSSL, apart from the rest: what does not speak TLS shall not load it.
#include <boost/asio/ssl/impl/src.hpp>
