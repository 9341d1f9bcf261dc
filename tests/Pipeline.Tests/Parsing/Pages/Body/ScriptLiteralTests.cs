using System.Text.Json;
using CsCheck;
using Pipeline.Parsing.Pages.Body;

namespace Pipeline.Tests.Parsing.Pages.Body;

public class ScriptLiteralTests
{
    [Theory]
    [InlineData("{a:1,$b_2:\"x\"}", "{\"a\":1,\"$b_2\":\"x\"}")]
    [InlineData("{ok:!0,gone:!1,none:void 0,other:n}", "{\"ok\":true,\"gone\":false,\"none\":null,\"other\":null}")]
    [InlineData("{a:'it\\'s \"so\"',b:`c`}", "{\"a\":\"it's \\\"so\\\"\",\"b\":\"c\"}")]
    [InlineData("{a:'line\\nbreak',b:[1e5,-2.5,null]}", "{\"a\":\"line\\nbreak\",\"b\":[1e5,-2.5,null]}")]
    [InlineData("{\"a b\":{c:[{d:true}]}}", "{\"a b\":{\"c\":[{\"d\":true}]}}")]
    [InlineData("{a:\"not: a key\"}", "{\"a\":\"not: a key\"}")]
    [InlineData("{a:'cut off", "{\"a\":\"cut of\"")]
    public void An_object_of_a_script_is_written_as_JSON(string literal, string json) => Assert.Equal(json, ScriptLiteral.ToJson(literal));

    [Fact]
    public void JSON_stays_as_it_is() =>
        Gen.Dictionary(Gen.String, Gen.Select(Gen.Double[-1e6, 1e6], Gen.String, Gen.Bool))[0, 6].Select(
            values => JsonSerializer.Serialize(values.ToDictionary(value => value.Key, value => new object[] { value.Value.Item1,
                value.Value.Item2, value.Value.Item3 }))).Sample(json => ScriptLiteral.ToJson(json) == json);
}
