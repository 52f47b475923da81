// Asio's own code, compiled once for the whole product (BOOST_ASIO_SEPARATE_COMPILATION).
#include <boost/asio/impl/src.hpp>

// BOOST_ASIO_RECYCLING_ALLOCATOR_CACHE_SIZE has no documentation: another Boost may know it by another name.
static_assert(boost::asio::detail::thread_info_base::max_mem_index == 0,
              "Asio keeps memory back, with what was in it (kiosk/docs/adr/0016)");
