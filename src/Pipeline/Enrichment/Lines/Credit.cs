namespace Pipeline.Enrichment.Lines;

/// <summary>One thing that an article says about its making: <c>译者：刘燕</c> is a translator, 刘燕.</summary>
internal sealed record Credit(CreditKind Kind, string Value);

/// <summary>What a credit is for.</summary>
internal enum CreditKind
{
    Author,
    Translator,
    Editor,
    Photographer,
    ImageCredit,
    OriginalPublisher,
    OriginalUrl,

    /// <summary>Another key, known only so that the value before it ends.</summary>
    Other,
}
