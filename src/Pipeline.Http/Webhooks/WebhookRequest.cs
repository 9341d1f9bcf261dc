using System.Text.Json.Serialization;

namespace Pipeline.Http.Webhooks;

/// <summary>A webhook to register.</summary>
/// <param name="Url">Where to deliver: https, or http, without a user.</param>
/// <param name="Secret">What deliveries are signed with (Standard Webhooks): `whsec_` and base64 of 24 to 64 bytes. It is never
/// answered.</param>
/// <param name="Filter">What to deliver, as the query of a poll: `source=coast&amp;language=en`, with `fields` too; everything where it is
/// missing.</param>
/// <param name="Since">From where: a poll's `next`, `oldest`, or `latest` for what comes from now on, as where it is missing.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WebhookRequest(string? Url, string? Secret, string? Filter, string? Since);

/// <summary>What to change of a webhook; what is missing stays as it is.</summary>
/// <param name="Secret">Another secret.</param>
/// <param name="Filter">Another filter; empty for everything.</param>
/// <param name="Since">Where to go on instead: a poll's `next`, `oldest` or `latest`.</param>
/// <param name="IsActive">`true` resumes one that is stopped, from where it stopped; `false` stops it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WebhookChange(string? Secret, string? Filter, string? Since, bool? IsActive);
