namespace Pipeline.Storage.Account;

/// <summary>The tables, without <see cref="StorageSettings.TablePrefix"/>. <c>src/README.md</c> has the keys of each.</summary>
public static class TableNames
{
    public const string Claims = "claims";
    public const string Articles = "articles";
    public const string Bands = "bands";
    public const string Catalog = "catalog";
    public const string Lists = "lists";
    public const string Files = "files";
    public const string Fates = "fates";
    public const string Subscriptions = "subscriptions";
    public const string Webhooks = "webhooks";

    public static readonly IReadOnlyList<string> All = [Claims, Articles, Bands, Catalog, Lists, Files, Fates, Subscriptions, Webhooks];
}
