// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Tolhuis.Tests.Boundaries;

/// <summary>
/// Every type that each type of a compiled assembly uses: in signatures, attributes, inheritance and in the code of its
/// methods. Nested and compiler-made types count as the outermost type around them. Constants leave no trace in
/// compiled
/// code; the rule over using lines catches those.
/// </summary>
internal sealed class AssemblyReferences : ISignatureTypeProvider<ImmutableArray<string>, object?>
{
    private static readonly Dictionary<ushort, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value), code => code.OperandType);

    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    private AssemblyReferences(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
    }

    /// <summary>Breaches of the rule in one assembly file, each pair of types once.</summary>
    public static IReadOnlyList<Breach> Check(string assemblyPath, BoundaryRule rule)
    {
        using var stream = File.OpenRead(assemblyPath);
        using var file = new PEReader(stream);
        return new AssemblyReferences(file).Pairs()
            .Select(pair => (pair, Why: rule.WhyNot(NamespaceOf(pair.From), NamespaceOf(pair.To))))
            .Where(x => x.Why is not null).Select(x => new Breach(x.pair.From, x.pair.To, x.Why!)).Distinct().ToList();
    }

    private static string NamespaceOf(string fullName) =>
        fullName.LastIndexOf('.') is >= 0 and var point ? fullName[..point] : "";

    private IEnumerable<(string From, string To)> Pairs() =>
        from handle in _reader.TypeDefinitions
        let name = NameOf(handle)
        from used in UsedBy(_reader.GetTypeDefinition(handle)).Distinct()
        select (name, used);

    private List<string> UsedBy(TypeDefinition type)
    {
        var names = new List<string>(NamesOf(type.BaseType));
        foreach (var implemented in type.GetInterfaceImplementations())
            names.AddRange(NamesOf(_reader.GetInterfaceImplementation(implemented).Interface));
        foreach (var attribute in type.GetCustomAttributes())
            names.AddRange(NamesOf(_reader.GetCustomAttribute(attribute).Constructor));
        foreach (var field in type.GetFields())
            names.AddRange(_reader.GetFieldDefinition(field).DecodeSignature(this, null));
        foreach (var parameter in type.GetGenericParameters())
            names.AddRange(ConstraintsOf(parameter));
        foreach (var method in type.GetMethods())
            names.AddRange(UsedBy(_reader.GetMethodDefinition(method)));
        return names;
    }

    private IEnumerable<string> ConstraintsOf(GenericParameterHandle parameter) =>
        _reader.GetGenericParameter(parameter).GetConstraints()
            .SelectMany(c => NamesOf(_reader.GetGenericParameterConstraint(c).Type));

    private List<string> UsedBy(MethodDefinition method)
    {
        var signature = method.DecodeSignature(this, null);
        var names = new List<string>(signature.ReturnType);
        names.AddRange(signature.ParameterTypes.SelectMany(p => p));
        names.AddRange(method.GetGenericParameters().SelectMany(ConstraintsOf));
        foreach (var attribute in method.GetCustomAttributes())
            names.AddRange(NamesOf(_reader.GetCustomAttribute(attribute).Constructor));
        if (method.RelativeVirtualAddress == 0)
            return names;
        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            var locals = _reader.GetStandaloneSignature(body.LocalSignature);
            names.AddRange(locals.DecodeLocalSignature(this, null).SelectMany(l => l));
        }

        foreach (var region in body.ExceptionRegions.Where(r => !r.CatchType.IsNil))
            names.AddRange(NamesOf(region.CatchType));
        names.AddRange(TokensOf(body.GetILReader()).SelectMany(NamesOf));
        return names;
    }

    private static List<EntityHandle> TokensOf(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            ushort value = code.ReadByte();
            if (value == 0xFE)
                value = (ushort)(0xFE00 | code.ReadByte());
            switch (Operands[value])
            {
                case OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField
                    or OperandType.InlineTok:
                    tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var cases = code.ReadInt32();
                    code.Offset += cases * 4;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineI or OperandType.InlineBrTarget or OperandType.ShortInlineR
                    or OperandType.InlineString or OperandType.InlineSig:
                    code.Offset += 4;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
            }
        }

        return tokens;
    }

    private IEnumerable<string> NamesOf(EntityHandle handle)
    {
        if (handle.IsNil)
            return [];
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return [NameOf((TypeDefinitionHandle)handle)];
            case HandleKind.TypeReference:
                return [NameOf((TypeReferenceHandle)handle)];
            case HandleKind.TypeSpecification:
                return _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
            case HandleKind.MethodDefinition:
                return [NameOf(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType())];
            case HandleKind.FieldDefinition:
                return [NameOf(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType())];
            case HandleKind.MemberReference:
                return NamesOf(_reader.GetMemberReference((MemberReferenceHandle)handle).Parent);
            case HandleKind.MethodSpecification:
                var method = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                return NamesOf(method.Method).Concat(method.DecodeSignature(this, null).SelectMany(n => n));
            default:
                return [];
        }
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = _reader.GetTypeDefinition(type.GetDeclaringType());
        return Full(type.Namespace, type.Name);
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _reader.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
            type = _reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        return Full(type.Namespace, type.Name);
    }

    private string Full(StringHandle space, StringHandle name) =>
        space.IsNil ? _reader.GetString(name) : $"{_reader.GetString(space)}.{_reader.GetString(name)}";

    public ImmutableArray<string> GetTypeFromDefinition(
        MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        [NameOf(handle)];

    public ImmutableArray<string> GetTypeFromReference(
        MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        [NameOf(handle)];

    public ImmutableArray<string> GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public ImmutableArray<string> GetGenericInstantiation(
        ImmutableArray<string> genericType, ImmutableArray<ImmutableArray<string>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(a => a)];

    public ImmutableArray<string> GetFunctionPointerType(MethodSignature<ImmutableArray<string>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(p => p)];

    public ImmutableArray<string> GetArrayType(ImmutableArray<string> elementType, ArrayShape shape) => elementType;

    public ImmutableArray<string> GetByReferenceType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetPointerType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetPinnedType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetSZArrayType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetModifiedType(
        ImmutableArray<string> modifier, ImmutableArray<string> unmodifiedType, bool isRequired) => unmodifiedType;

    public ImmutableArray<string> GetGenericMethodParameter(object? genericContext, int index) => [];

    public ImmutableArray<string> GetGenericTypeParameter(object? genericContext, int index) => [];

    public ImmutableArray<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];
}
