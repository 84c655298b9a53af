// The classes that hand-written and schema codecs carry. A T in front of a name tells the generated class from the
// model's class.
namespace java dev.pipemark.codecs.thrift.schema

enum TPlayer {
  JAVA = 0
  FLASH = 1
}

enum TSize {
  SMALL = 0
  LARGE = 1
}

enum TStatus {
  PLACED = 0
  PAID = 1
  SHIPPED = 2
  RETURNED = 3
}

struct TMedia {
  1: required string uri
  2: optional string title
  3: i32 width
  4: i32 height
  5: required string format
  6: i64 duration
  7: i64 size
  8: i32 bitrate
  9: bool hasBitrate
  10: required list<string> persons
  11: required TPlayer player
  12: optional string copyright
}

struct TImage {
  1: required string uri
  2: optional string title
  3: i32 width
  4: i32 height
  5: required TSize size
}

struct TMediaContent {
  1: required TMedia media
  2: required list<TImage> images
}

struct TCustomer {
  1: required string name
  2: required string email
  3: required string city
}

// unscaled * 10^-scale; the bytes are two's complement, the highest first, as java.math.BigInteger has them.
struct TDecimal {
  1: required binary unscaled
  2: i32 scale
}

// Seconds since 1970-01-01T00:00:00Z, and nanoseconds after that second.
struct TTimestamp {
  1: i64 seconds
  2: i32 nanos
}

struct TLine {
  1: required string article
  2: i32 quantity
  3: required TDecimal price
}

struct TOrder {
  1: i64 id
  2: required TCustomer customer
  3: required TStatus status
  4: required TTimestamp placed
  5: required TDecimal total
  6: required list<TLine> lines
  7: optional string note
}

struct TReading {
  1: i32 sensor
  2: i64 timestamp
  3: double value
  4: required string unit
}

struct TReadings {
  1: required list<TReading> readings
}
