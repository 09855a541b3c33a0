// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Contract;

/// <summary>Whose document it is and who may see it. Numbers are stored and never change.</summary>
public enum DocumentKind : byte
{
    /// <summary>Evidence of an officer: stays in the house.</summary>
    Evidence = 1,

    /// <summary>Sent in by the declarant: invoice, proof of payment, photograph. He sees it too.</summary>
    FromDeclarant = 2,
}

/// <summary>A document at a declaration. Its content lies in the store under its hash, once however often it is kept.
/// </summary>
/// <param name="Name">As the sender called it, without a path, for a person to recognise; never a name on disk.</param>
/// <param name="MediaType">As its first bytes say, not as the sender says.</param>
/// <param name="Sha256">Hash of the content, 64 hexadecimal digits.</param>
/// <param name="At">Microseconds since 1970 UTC.</param>
public sealed record DocumentRow(
    long Id, long DeclarationId, DocumentKind Kind, string Name, string MediaType, long Bytes, string Sha256, long At,
    ActorKind ByKind, long ById, string ByName);

/// <summary>Bounds of a document that no law changes.</summary>
public static class DocumentBounds
{
    /// <summary>
    /// Most bytes that are read of a content at all, whatever the rows of a day allow: as much as a server takes.
    /// </summary>
    public const int ContentBytes = 14 << 20;
}

/// <summary>Documents at declarations. Types and sizes are dated rows.</summary>
public interface IDocuments
{
    /// <summary>
    /// Keeps a document: the content first, synced, then its row and a record of it in the audit trail. Either a row or
    /// every problem of it; the same content at the same declaration by the same actor gives the earlier row. Bounds of
    /// number and size count per kind.
    /// </summary>
    /// <exception cref="Platform.StoreUnavailableException">The disk is full or at its reserve, or the store takes no
    /// writes; nothing was kept.</exception>
    Task<(DocumentRow? Row, IReadOnlyList<Problem> Problems)> Keep(
        long declarationId, DocumentKind kind, string name, Stream content, Actor by,
        CancellationToken stop = default);

    /// <summary>Oldest first; at most 500.</summary>
    IReadOnlyList<DocumentRow> Of(long declarationId);

    DocumentRow? Find(long id);

    /// <summary>
    /// The content, whose hash is checked before it is given; null if it is gone or damaged, which
    /// <c>tolhuis verify</c> tells too.
    /// </summary>
    Task<byte[]?> Read(DocumentRow row, CancellationToken stop = default);

    /// <summary>
    /// Documents whose content is not there or not what its hash says, with where it should lie; at most
    /// <paramref name="most"/>. Reads every content whole, one block at a time.
    /// </summary>
    IReadOnlyList<(DocumentRow Row, string Path, bool IsGone)> Damaged(int most);

    /// <summary>Media types that are taken on a day, with their longest size in bytes.</summary>
    IReadOnlyList<(string MediaType, string Extension, long MaxBytes)> TypesOn(DateOnly day);
}
