// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/JsonSchema.h"

#include <gmock/gmock.h>

namespace support
{

using files::Json;
using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

std::vector<std::string> errors (Json::Object schema, const Json& value)
{
    return JsonSchema { std::move (schema) }.errorsIn (value);
}

} // namespace

TEST (JsonSchema, tellsTypesApart)
{
    EXPECT_THAT (errors ({ { "type", "integer" } }, 3), IsEmpty());
    EXPECT_THAT (errors ({ { "type", "integer" } }, 3.5), ElementsAre (": is of another type"));
    EXPECT_THAT (errors ({ { "type", Json::Array { "number", "null" } } }, nullptr), IsEmpty());
    EXPECT_THAT (errors ({ { "type", "number" } }, "3"), ElementsAre (": is of another type"));
}

TEST (JsonSchema, saysWhere)
{
    const Json::Object item {
        { "type", "object" },
        { "required", Json::Array { "name" } },
        { "properties",
          Json::Object { { "name", Json::Object { { "enum", Json::Array { "a", "b" } } } } } }
    };
    const Json::Object list { { "items", Json::Object { { "$ref", "#/$defs/item" } } },
                              { "$defs", Json::Object { { "item", item } } } };
    const Json value = Json::Array { Json::Object { { "name", "a" } },
                                     Json::Object { { "name", "c" } },
                                     Json::Object {} };

    EXPECT_THAT (errors (list, value),
                 ElementsAre ("/1/name: is none of the values", "/2: \"name\" is missing"));
}

TEST (JsonSchema, looksAtMembersThatAreNotNamed)
{
    const Json::Object schema { { "properties", Json::Object { { "named", Json::Object {} } } },
                                { "additionalProperties", Json::Object { { "type", "number" } } } };

    EXPECT_THAT (errors (schema, Json::Object { { "named", "text" }, { "other", 1 } }), IsEmpty());
    EXPECT_THAT (errors (schema, Json::Object { { "other", "text" } }),
                 ElementsAre ("/other: is of another type"));
}

TEST (JsonSchema, holdsLimits)
{
    const Json::Object number { { "minimum", 0 }, { "maximum", 1 } };
    EXPECT_THAT (errors (number, 0.5), IsEmpty());
    EXPECT_THAT (errors (number, -0.5), ElementsAre (": is too small"));
    EXPECT_THAT (errors (number, 1.5), ElementsAre (": is too large"));

    const Json::Object pair { { "minItems", 2 }, { "maxItems", 2 } };
    EXPECT_THAT (errors (pair, Json::Array { 1, 2 }), IsEmpty());
    EXPECT_THAT (errors (pair, Json::Array { 1 }), ElementsAre (": has too few items"));
    EXPECT_THAT (errors (pair, Json::Array { 1, 2, 3 }), ElementsAre (": has too many items"));
    EXPECT_THAT (errors ({ { "pattern", "^a+$" } }, "ab"),
                 ElementsAre (": does not match the pattern"));
    EXPECT_THAT (errors ({ { "const", 1 } }, 2), ElementsAre (": is another value"));
}

TEST (JsonSchema, passesNoKeywordUnread)
{
    EXPECT_THAT (errors ({ { "multipleOf", 2 } }, 3),
                 ElementsAre (": the schema says \"multipleOf\", which is not understood"));
}

} // namespace support
