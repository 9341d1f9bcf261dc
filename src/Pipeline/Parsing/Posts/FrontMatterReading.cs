using System.Text.Json.Nodes;

namespace Pipeline.Parsing.Posts;

/// <summary>What reading a front matter gave.</summary>
/// <param name="Values">The facts, with <see cref="FrontMatter.Key"/>s; <c>null</c> where nothing could be read.</param>
/// <param name="Problem">What is wrong with it, with its line in the file, in words; <c>null</c> where nothing is.</param>
internal sealed record FrontMatterReading(JsonObject? Values, string? Problem = null);
