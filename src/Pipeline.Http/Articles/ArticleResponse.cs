using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Articles;
using Pipeline.Http.Answers;
using Pipeline.Http.Reading;

namespace Pipeline.Http.Articles;

/// <summary>What an article's own fields do not say: where it stands now. Written beside them, in one object.</summary>
public sealed record ArticlePlace(ArticleState State, string ClusterId);

/// <summary>An article as the endpoint writes it.</summary>
internal static class ArticleResponse
{
    public static JsonObject FromArticle(PublicArticle placed)
    {
        var json = JsonSerializer.SerializeToNode(placed.Article, EndpointJson.Options)!.AsObject();
        var place = new ArticlePlace(placed.Place.State, placed.Place.ClusterId);
        foreach (var (name, value) in JsonSerializer.SerializeToNode(place, EndpointJson.Options)!.AsObject().ToList())
            json[name] = value?.DeepClone();
        return json;
    }
}
