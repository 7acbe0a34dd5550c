import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 9154:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("vm");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
__webpack_unused_export__ = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
__webpack_unused_export__ = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
__webpack_unused_export__ = identity.isScalar;
__webpack_unused_export__ = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
__webpack_unused_export__ = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
__webpack_unused_export__ = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
exports.Tp = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q$: () => (/* binding */ joinMistakes),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   fU: () => (/* binding */ ActionableError),
/* harmony export */   zR: () => (/* binding */ asError)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/** An error for people: `message` holds what happened, what was asked and what to do next, a line each. */
class ActionableError extends Error {
    name = 'ActionableError';
    /** The parts that `message` was made of. */
    parts;
    constructor(parts, options) {
        const asked = parts.asked === undefined ? [] : [`Asked: ${parts.asked}`];
        super([parts.what, ...asked, `What to do: ${parts.next}`].join('\n'), options);
        this.parts = parts;
    }
}
/** All mistakes in the inputs of a step, told at once and before any request. */
class InputError extends ActionableError {
    name = 'InputError';
    /** The mistakes, in the order of action.yml. */
    mistakes;
    constructor(mistakes) {
        const lines = mistakes.map(({ input, given, allowed, next }) => `- ${input}: ${given === '' ? 'nothing was given' : `"${given}" was given`}; allowed: ${allowed}.${next === undefined ? '' : ` ${next}`}`);
        super({
            what: `${mistakes.length === 1 ? 'One input is' : `${String(mistakes.length)} inputs are`} wrong:\n${lines.join('\n')}`,
            next: 'correct the `with:` block of this step; nothing was changed in the cluster.',
            reason: 'bad-input',
        });
        this.mistakes = mistakes;
    }
}
/** Any thrown value as an Error: a thrown string must not leave the step green or print `{}`. */
function asError(thrown) {
    // An error of node's own may be of another realm, where `instanceof` is false.
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(thrown) ? thrown : new Error(String(thrown));
}
/** Several mistakes that were found before anything was sent, as one error. */
function joinMistakes(errors) {
    const [first, ...others] = errors;
    const all = (part) => errors.map(({ parts }) => parts[part]).join('\n');
    if (first !== undefined && others.length === 0 && first.parts.reason !== undefined)
        return first;
    return new ActionableError({ what: all('what'), next: all('next'), reason: 'bad-input' }, { cause: first });
}


/***/ }),

/***/ 7413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Go: () => (/* binding */ formatImages),
/* harmony export */   Z0: () => (/* binding */ formatPhase),
/* harmony export */   lN: () => (/* binding */ formatState)
/* harmony export */ });
/** Phase and message as one line, such as `Paused: CanaryPauseStep`. */
function formatPhase({ phase, message }) {
    return message === '' ? phase : `${phase}: ${message}`;
}
/** The images as one line for people and outputs: bare for one container, `name=image` for several. */
function formatImages(images) {
    const [first, ...others] = images ?? [];
    if (first === undefined)
        return '';
    if (others.length === 0)
        return first.image;
    return [first, ...others].map(({ container, image }) => `${container}=${image}`).join(' ');
}
/**
 * The `state` of a target: candidate's hash, step and start of its pause in seconds as base 36, such as
 * `7d9c5b8f6.1.t0xk1b`. No braces and no colons: a person types it, and GitHub carries it between jobs.
 *
 * A second pause is another state: who approved a gate has not judged the analysis that became inconclusive there.
 */
function formatState({ hash, step, since, pauses }) {
    const all = pauses?.map(({ startTime }) => startTime) ?? (since === undefined ? [] : [since]);
    const starts = all.map((start) => Math.floor(Date.parse(start) / 1000).toString(36)).join('');
    return [hash === '' ? '-' : hash, step === undefined ? '-' : String(step), starts || '-'].join('.');
}


/***/ }),

/***/ 202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isHeldByUs),
/* harmony export */   i: () => (/* binding */ isHeld)
/* harmony export */ });
/** Whether somebody holds the target by `spec.paused`. Pure. */
function isHeld({ pauses }) {
    return pauses.some(({ kind }) => kind === 'manual');
}
/** Whether that was a cancelled run of this action. Pure. */
function isHeldByUs({ pauses }) {
    return pauses.some(({ kind, ours }) => kind === 'manual' && ours === true);
}


/***/ }),

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  CB: () => (/* binding */ givenInput),
  V0: () => (/* binding */ inputDefaults),
  Ko: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./build/support/duration.js
var duration = __nccwpck_require__(2806);
// EXTERNAL MODULE: ./build/targets/index.js + 76 modules
var targets = __nccwpck_require__(4513);
;// CONCATENATED MODULE: ./build/input-forms.js


/** Says of one value what would have been allowed. */
class NotAllowed extends Error {
    /** What is allowed, for the error. */
    allowed;
    /** What to do, where that is not plain. */
    next;
    constructor(allowed, next) {
        super(allowed);
        this.allowed = allowed;
        this.next = next;
    }
}
/** One of these words, as it stands. Throws NotAllowed with all of them. */
function oneOf(words) {
    return (given) => {
        const word = words.find((one) => one === given);
        if (word === undefined)
            throw new NotAllowed(words.join(', '));
        return word;
    };
}
/** Nothing for an empty value, else what the form says. */
function optional(parse) {
    return (given) => (given === '' ? undefined : parse(given));
}
/** `rollout/web`. Throws NotAllowed. */
function parseTarget(given) {
    const kinds = Object.keys(targets/* targetKinds */.x);
    const allowed = `KIND/NAME, where KIND is ${kinds.join(', ')} and NAME is the object's name, such as ${kinds[0] ?? ''}/web`;
    const [kind = '', name = '', ...rest] = given.split('/');
    if (!(0,targets/* isTargetKind */._)(kind) || rest.length > 0 || !/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) {
        throw new NotAllowed(allowed, rest.length > 0 ? 'One step has one target: use a matrix for more.' : undefined);
    }
    return { kind, name };
}
/** The name of a namespace, or nothing. Throws NotAllowed. */
function parseNamespace(given) {
    if (given !== '' && !/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(given)) {
        throw new NotAllowed('the name of a namespace (lower case letters, digits and "-")');
    }
    return given;
}
/** An image reference has no white space, and `=` only before it; what else is valid, the kubelet knows. */
function parseImages(given) {
    const lines = given.split('\n').map((line) => line.trim());
    const images = lines.filter((line) => line !== '').map(parseImage);
    const names = images.map(({ container }) => container ?? '');
    if (new Set(names).size !== names.length ||
        (images.length > 1 && names.some((name) => name === '' || name === '*'))) {
        throw new NotAllowed('one line for each container, each container once', 'A bare image or "*" stands alone.');
    }
    return images;
}
function parseImage(line) {
    const allowed = 'container=image, one a line, or a bare image such as ghcr.io/acme/web@sha256:…';
    const match = /^(?:(\*|[a-z0-9]([-a-z0-9]*[a-z0-9])?)=)?([^\s=]+)$/.exec(line);
    const image = match?.[3];
    if (image === undefined)
        throw new NotAllowed(allowed);
    if (/[@:/]$|^[@:/]/.test(image)) {
        throw new NotAllowed(allowed, `"${image}" is cut off: is the output that it was made from empty?`);
    }
    return match?.[1] === undefined ? { image } : { container: match[1], image };
}
/** A time above zero, in milliseconds. Throws NotAllowed. */
function parseTime(given) {
    try {
        const time = (0,duration/* parseDuration */.E9)(given);
        if (time > 0)
            return time;
    }
    catch {
        // The reason of the parser is the same for every bad duration: what is allowed says it.
    }
    throw new NotAllowed('a time above zero such as 90s, 30m or 1h30m');
}
/** `any`, or a state that an earlier step gave. Throws NotAllowed. */
function parseExpect(given) {
    if (given === 'any')
        return { kind: 'any' };
    const hash = /^([a-z0-9]+)\.(\d+|-)\.([a-z0-9]+|-)$/.exec(given)?.[1];
    if (hash === undefined) {
        throw new NotAllowed('any, or the `state` output of an earlier step, such as 7d9c5b8f6.3.t0xk1b');
    }
    return { kind: 'state', state: given, hash };
}
/** `true` or `false`, in any case. Throws NotAllowed. */
function parseFlag(given) {
    return oneOf(['true', 'false'])(given.toLowerCase()) === 'true';
}
/** The number of a revision, as `kubectl argo rollouts get rollout` shows it. Throws NotAllowed. */
function parseRevision(given) {
    const revision = Number(given);
    if (Number.isSafeInteger(revision) && revision > 0 && /^\d+$/.test(given))
        return revision;
    throw new NotAllowed('the number of a revision, such as 3');
}

// EXTERNAL MODULE: ./build/model.js
var model = __nccwpck_require__(5933);
;// CONCATENATED MODULE: ./build/policies.js
/** What happens at a gate: end the step, pass it, or wait for somebody else to pass it. */
const onPauseWords = ['stop', 'promote', 'wait'];
/** What happens to the target when a release goes wrong. */
const failurePolicies = ['abort', 'rollback', 'stop'];
/** What happens to the target when the run is cancelled; `pause` holds it until our next deploy. */
const cancelPolicies = ['abort', 'rollback', 'pause', 'stop'];
/** What a deploy does when another release is going on. */
const onBusyWords = ['supersede', 'wait', 'fail'];

;// CONCATENATED MODULE: ./build/inputs.js



/** The inputs and what they default to when a step leaves them out; action.yml says the same. */
const inputDefaults = {
    operation: 'deploy',
    target: '',
    namespace: '',
    context: '',
    kubeconfig: '',
    image: '',
    'on-pause': 'stop',
    'on-failure': '',
    'on-inconclusive': 'stop',
    'on-timeout': '',
    'on-cancel': 'stop',
    timeout: '30m',
    'pause-timeout': '1h',
    expect: '',
    'on-busy': 'supersede',
    revision: '',
    'rollback-steps': 'false',
    'fail-fast': 'true',
    'dry-run': 'false',
};
/** Reads every input of the step; nothing else in the action reads the environment for one. Pure. */
function readInputs(env) {
    const mistakes = [];
    const read = (input, parse) => {
        const given = givenInput(env, input);
        try {
            return parse(given === '' ? inputDefaults[input] : given);
        }
        catch (error) {
            if (!(error instanceof NotAllowed))
                throw error;
            mistakes.push({
                input,
                given,
                allowed: error.allowed,
                ...(error.next === undefined ? {} : { next: error.next }),
            });
            return undefined;
        }
    };
    const inputs = {
        operation: read('operation', oneOf(model/* operations */.z)),
        target: read('target', parseTarget),
        namespace: read('namespace', parseNamespace),
        images: read('image', parseImages),
        onPause: read('on-pause', oneOf(onPauseWords)),
        onFailure: read('on-failure', optional(oneOf(failurePolicies))),
        onInconclusive: read('on-inconclusive', oneOf(failurePolicies)),
        onTimeout: read('on-timeout', optional(oneOf(failurePolicies))),
        onCancel: read('on-cancel', oneOf(cancelPolicies)),
        timeout: read('timeout', parseTime),
        pauseTimeout: read('pause-timeout', parseTime),
        expect: read('expect', optional(parseExpect)),
        onBusy: read('on-busy', oneOf(onBusyWords)),
        revision: read('revision', optional(parseRevision)),
        rollbackSteps: read('rollback-steps', parseFlag),
        failFast: read('fail-fast', parseFlag),
        dryRun: read('dry-run', parseFlag),
    };
    return {
        inputs: Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined)),
        mistakes,
    };
}
/** The inputs that the step typed, or that action.yml gave it, by name. */
function givenInput(env, input) {
    return (env[`INPUT_${input.toUpperCase()}`] ?? '').trim();
}


/***/ }),

/***/ 2360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ missingAccess),
/* harmony export */   s: () => (/* binding */ ruleFor)
/* harmony export */ });
/* harmony import */ var _kube_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9268);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7005);


/** Questions at once: enough to be quick, too few for a burst of new connections. */
const AT_ONCE = 6;
/** Which of the rules the user lacks, asked from the server without changing anything. Throws if it is out of reach. */
async function missingAccess(client, rules, signal) {
    const waiting = [...rules.entries()];
    const missing = [];
    const ask = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            if (!(await isAllowed(client, next[1], signal)))
                missing.push(next);
        }
    };
    try {
        await Promise.all(Array.from({ length: AT_ONCE }, ask));
    }
    catch (error) {
        waiting.length = 0;
        const cannotAsk = error instanceof _kube_error_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeError */ .a && ['forbidden', 'no-such-resource', 'refused'].includes(error.kind);
        if (!cannotAsk)
            throw error;
        return { known: false, error };
    }
    return { known: true, missing: missing.toSorted(([a], [b]) => a - b).map(([, rule]) => rule) };
}
async function isAllowed(client, rule, signal) {
    const { namespace, verb, group, resource, subresource, name } = rule;
    const spec = { resourceAttributes: { namespace, verb, group, resource, subresource, name } };
    // A review is answered and not stored, so asking twice does no harm.
    const options = { repeatable: true, signal };
    const review = await client.create(_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .selfSubjectAccessReviews */ .cn, undefined, { spec }, options);
    return review['status']?.allowed === true;
}
/** The rule for a kind of a cluster, for messages. */
function ruleFor(verb, resource, where, why) {
    return { verb, group: resource.group, resource: resource.plural, ...where, why };
}


/***/ }),

/***/ 3493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ FIELD_MANAGER),
  z: () => (/* binding */ kubeClient)
});

// EXTERNAL MODULE: ./build/support/clock.js + 1 modules
var clock = __nccwpck_require__(5854);
// EXTERNAL MODULE: ./build/kube/retry.js + 2 modules
var retry = __nccwpck_require__(445);
// EXTERNAL MODULE: ./build/kube/kube-error.js
var kube_error = __nccwpck_require__(9268);
// EXTERNAL MODULE: ./build/kube/redact.js
var redact = __nccwpck_require__(8959);
// EXTERNAL MODULE: ./build/kube/transport-failure.js
var transport_failure = __nccwpck_require__(6962);
;// CONCATENATED MODULE: ./build/kube/failure.js



/** Codes of node and OpenSSL for a handshake that failed or a certificate that does not hold: waiting mends none. */
const TLS_CODES = /^(CERT_|CRL_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|EPROTO)/;
/** The error for an exchange that ended without a whole answer. */
function fromTransport(request, failure) {
    return new kube_error/* KubeError */.a(request, {
        kind: transportKind(failure),
        message: (0,redact/* redact */.E)(failure.message),
        code: failure.code || undefined,
        maybeActedOn: failure.sent,
    }, { cause: failure });
}
function transportKind(failure) {
    if (failure.code === transport_failure/* TIMED_OUT */.VP)
        return 'timed-out';
    if (failure.code === transport_failure/* TOO_LARGE */.PH)
        return 'bad-answer';
    // The token or a user name holds a line break or the like: node refuses to send the header.
    if (failure.code === 'ERR_INVALID_CHAR')
        return 'unauthorized';
    return TLS_CODES.test(failure.code) ? 'tls' : 'unreachable';
}
/**
 * The same failure for a write that must not be sent twice: where the answer does not tell whether it was done, it
 * becomes `answer-lost`.
 */
function forSingleWrite(error) {
    const unclear = ['server', 'unreachable', 'timed-out', 'bad-answer'];
    if (!error.maybeActedOn || !unclear.includes(error.kind))
        return error;
    const request = {
        verb: error.verb,
        resource: error.resource,
        subresource: error.subresource,
        namespace: error.namespace,
        name: error.objectName,
    };
    return new kube_error/* KubeError */.a(request, {
        kind: 'answer-lost',
        message: `it is not known whether this was done (${error.serverMessage})`,
        httpStatus: error.httpStatus,
        reason: error.reason,
        details: error.details,
        code: error.code,
        maybeActedOn: true,
    }, { cause: error });
}

// EXTERNAL MODULE: ./build/kube/resources.js
var resources = __nccwpck_require__(7005);
;// CONCATENATED MODULE: ./build/kube/prepare.js

const METHODS = {
    get: 'GET',
    list: 'GET',
    watch: 'GET',
    create: 'POST',
    patch: 'PATCH',
    delete: 'DELETE',
};
/** A named request as it goes over the wire. */
function prepare(request, options, server, credentials, { version, timeoutMs }) {
    // Joined as text: a server address may have a path of its own, which `new URL(path, server)` would drop.
    const url = new URL(server + (0,resources/* pathOf */.XM)(request.resource, request));
    for (const [key, value] of Object.entries(options.query ?? {})) {
        if (value)
            url.searchParams.set(key, value);
    }
    return {
        method: METHODS[request.verb],
        url,
        headers: {
            Accept: 'application/json',
            'User-Agent': `rollout-conductor/${version}`,
            ...(options.contentType === undefined ? {} : { 'Content-Type': options.contentType }),
            ...credentials.headers,
        },
        body: options.body === undefined ? undefined : JSON.stringify(options.body),
        agent: credentials.agent,
        signal: options.signal,
        timeoutMs,
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(1692);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
// EXTERNAL MODULE: ./build/kube/time-limit.js
var time_limit = __nccwpck_require__(4137);
;// CONCATENATED MODULE: ./build/kube/transport.js






/** More than the largest list the action asks for; an answer without end must not fill the memory. */
const LARGEST_BODY = 64 * 1024 * 1024;
/** Silent peers are noticed by the kernel's probes too; 30 s is what client-go uses. */
const PROBE_AFTER_MS = 30_000;
/** Sends a request once and reads the whole answer. Throws TransportFailure, or the reason of an aborted signal. */
async function exchange(request, largest = LARGEST_BODY) {
    const limit = (0,time_limit/* limited */.T)(request.timeoutMs, request.signal);
    const state = { sent: false, reused: false };
    try {
        const response = await send(request, limit.signal, state);
        const chunks = [];
        let size = 0;
        for await (const chunk of response) {
            size += chunk.length;
            if (size > largest)
                throw tooLarge(largest);
            chunks.push(chunk);
        }
        return {
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
        };
    }
    catch (error) {
        throw limit.failure(error, state);
    }
    finally {
        limit.clear();
    }
}
function tooLarge(largest) {
    return Object.assign(new Error(`the answer is larger than ${String(largest)} bytes`), { code: transport_failure/* TOO_LARGE */.PH });
}
/**
 * Sends a request once and returns the answer as soon as its head is there; its body is the caller's, who must read
 * or destroy it. An aborted signal destroys it with the signal's reason.
 */
async function transport_open(request) {
    const limit = (0,time_limit/* limited */.T)(request.timeoutMs, request.signal);
    const state = { sent: false, reused: false };
    try {
        const response = await send(request, limit.signal, state);
        limit.clearTimer();
        response.once('close', limit.clear);
        return response;
    }
    catch (error) {
        limit.clear();
        throw limit.failure(error, state);
    }
}
function send(request, signal, state) {
    const { promise, resolve, reject } = Promise.withResolvers();
    if (signal.aborted) {
        reject(signal.reason);
        return promise;
    }
    const { method, agent, url } = request;
    const body = request.body === undefined ? undefined : Buffer.from(request.body, 'utf8');
    const headers = {
        ...request.headers,
        ...(body === undefined ? {} : { 'Content-Length': String(body.length) }),
    };
    let outgoing;
    // A certificate or a header that node refuses makes it throw instead of emitting an error.
    try {
        outgoing = (url.protocol === 'https:' ? external_node_https_ : external_node_http_).request({
            ...(0,external_node_url_.urlToHttpOptions)(url),
            method,
            headers,
            agent,
        });
    }
    catch (error) {
        reject(error);
        return promise;
    }
    const abort = () => {
        outgoing.destroy(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    outgoing
        .once('socket', (socket) => {
        state.reused = outgoing.reusedSocket;
        socket.setKeepAlive(true, PROBE_AFTER_MS);
        markWhenSent(socket, state);
    })
        .once('response', (response) => {
        // Without this listener a stream that nobody reads any more would throw when it is destroyed.
        response.on('error', () => undefined);
        resolve(response);
    })
        .once('close', () => signal.removeEventListener('abort', abort))
        .on('error', reject)
        .end(body);
    return promise;
}
/**
 * Until a new connection stands, node holds the request back: if it fails before, the server has seen nothing. A
 * certificate that does not verify also fails before `secureConnect`.
 */
function markWhenSent(socket, state) {
    const sent = () => {
        state.sent = true;
    };
    if (state.reused)
        sent();
    else if (socket instanceof external_node_tls_.TLSSocket)
        socket.once('secureConnect', sent);
    else if (socket.connecting)
        socket.once('connect', sent);
    else
        sent();
}

// EXTERNAL MODULE: ./build/kube/kubeconfig.js
var kubeconfig = __nccwpck_require__(9425);
;// CONCATENATED MODULE: ./build/kube/status-error.js



/** A server's message is shown up to this length. */
const LONGEST_MESSAGE = 2_000;
/** The error for an answer whose status is not 2xx. */
function fromAnswer(request, answer, now) {
    const status = parseStatus(answer.body);
    const kind = kindOf(answer.status, status);
    const retryAfterMs = retryAfter(answer.headers['retry-after'], status, now);
    return new kube_error/* KubeError */.a(request, {
        kind,
        message: messageOf(answer.status, status),
        httpStatus: answer.status,
        reason: status_error_text(status['reason']),
        details: detailsOf(status),
        retryAfterMs,
        maybeActedOn: maybeActedOn(answer.status, retryAfterMs),
    });
}
/**
 * Whether a write may have been done although its answer is an error.
 *
 * 4xx are refusals, and so is 429: kube-apiserver's priority and fairness and its shutdown filter answer it before any
 * handler runs. 503 with Retry-After is said by whoever cannot handle the request now (RFC 9110, 15.6.4): a gateway
 * without a backend, a server that starts; client-go repeats every verb on it too. All other 5xx can come after the
 * write (504 and 500 when etcd is late, 502 when a gateway loses the server), as can 408.
 */
function maybeActedOn(status, retryAfterMs) {
    if (status === 503)
        return retryAfterMs === undefined;
    return status >= 500 || status === 408;
}
function parseStatus(body) {
    try {
        const value = JSON.parse(body);
        return (0,kubeconfig/* isFields */.Ce)(value) && value['kind'] === 'Status' ? value : {};
    }
    catch {
        return {};
    }
}
function kindOf(httpStatus, status) {
    switch (httpStatus) {
        case 401:
            return 'unauthorized';
        case 403:
            return 'forbidden';
        case 404:
            // A kind that the server does not know is answered by its mux with "404 page not found" as plain text; only a
            // known kind's handler answers with a Status that names the object.
            return detailsOf(status)?.name === undefined ? 'no-such-resource' : 'not-found';
        case 409:
            return status['reason'] === 'AlreadyExists' ? 'already-exists' : 'conflict';
        case 410:
            return 'gone';
        case 422:
            return 'invalid';
        case 429:
            return 'too-many-requests';
        default:
            return httpStatus >= 500 || httpStatus === 408 ? 'server' : 'refused';
    }
}
function messageOf(httpStatus, status) {
    const message = status_error_text(status['message']);
    // A body that is no Status (a gateway's page) is not shown: nobody knows what stands in it.
    if (message === undefined)
        return `HTTP ${String(httpStatus)} ${external_node_http_.STATUS_CODES[httpStatus] ?? ''}`.trim();
    const line = withoutObjects(message).replace(/\s+/g, ' ').trim();
    return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}
/**
 * Strict field validation and schema errors quote the whole object before the reason ("Invalid value: …"), as a string
 * or as JSON: the reason would be cut off, and nobody knows what stands in the object.
 */
function withoutObjects(message) {
    return message.replace(/"(?:[^"\\]|\\.){200,}"/gs, '(not shown)').replace(/\{.{200,}\}/gs, '(not shown)');
}
function status_error_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function detailsOf(status) {
    if (!(0,kubeconfig/* isFields */.Ce)(status['details']))
        return undefined;
    const kind = status_error_text(status['details']['kind']);
    const name = status_error_text(status['details']['name']);
    return { ...(kind === undefined ? {} : { kind }), ...(name === undefined ? {} : { name }) };
}
/** Seconds or a date in the header, else `details.retryAfterSeconds`; milliseconds from now. */
function retryAfter(header, status, now) {
    if (header !== undefined && /^\s*\d+\s*$/.test(header))
        return Number(header) * 1000;
    const date = Date.parse(header ?? '');
    if (!Number.isNaN(date))
        return Math.max(0, date - now);
    const seconds = (0,kubeconfig/* isFields */.Ce)(status['details']) ? status['details']['retryAfterSeconds'] : undefined;
    return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined;
}

;// CONCATENATED MODULE: ./build/kube/until-aborted.js
/** The promise's result, or the signal's reason as soon as it is aborted; what the promise does then goes unheard. */
async function untilAborted(promise, signal) {
    if (signal === undefined)
        return promise;
    const { promise: aborted, reject } = Promise.withResolvers();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        if (signal.aborted)
            onAbort();
        return await Promise.race([promise, aborted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}

;// CONCATENATED MODULE: ./build/kube/sender.js








/** How long the body of a refused watch is waited for; its status alone would do. */
const ERROR_BODY_MS = 5_000;
/** Makes a sender for a connection. */
function requestSender(connection, { version, clock, policy, attemptTimeoutMs }) {
    let reached = false;
    const rawRequest = (request, options, credentials) => prepare(request, options, connection.server, credentials, { version, timeoutMs: timeLeft(options) });
    const timeLeft = ({ deadline }) => Math.max(1, Math.min(attemptTimeoutMs, deadline === undefined ? Infinity : deadline - clock.now()));
    /** Sends with the credentials there are, and once more with new ones if the server answers 401. */
    const authenticated = async (request, options, send, statusOf, drop) => {
        const credentials = await untilAborted(connection.credentials(), options.signal);
        const answer = await send(rawRequest(request, options, credentials));
        reached = true;
        if (statusOf(answer) !== 401)
            return answer;
        // 401 is said before the request is looked at, so a write that must not be repeated was not done either.
        const fresh = await untilAborted(connection.renew(credentials), options.signal);
        if (fresh === credentials)
            return answer;
        drop(answer);
        return send(rawRequest(request, options, fresh));
    };
    const attempt = async (request, options) => {
        try {
            const answer = await authenticated(request, options, exchange, ({ status }) => status, () => undefined);
            if (answer.status >= 200 && answer.status < 300)
                return answer;
            throw fromAnswer(request, answer, clock.now());
        }
        catch (error) {
            const known = error instanceof transport_failure/* TransportFailure */.Az ? fromTransport(request, error) : error;
            throw known instanceof kube_error/* KubeError */.a && !options.repeatable ? forSingleWrite(known) : known;
        }
    };
    const send = (request, options) => {
        if (options.retry === false)
            return attempt(request, options);
        const { deadline, signal } = options;
        return (0,retry/* withRetries */.LH)(() => attempt(request, options), {
            deadline,
            signal,
            clock,
            policy,
            reached: () => reached,
        });
    };
    return {
        async json(request, options) {
            const answer = await send(request, options);
            try {
                return JSON.parse(answer.body);
            }
            catch {
                const error = new kube_error/* KubeError */.a(request, {
                    kind: 'bad-answer',
                    message: `HTTP ${String(answer.status)} with a body that is not JSON`,
                    httpStatus: answer.status,
                    maybeActedOn: true,
                });
                throw options.repeatable ? error : forSingleWrite(error);
            }
        },
        text: async (request, options) => (await send(request, options)).body,
        async stream(request, options) {
            try {
                const response = await authenticated(request, options, transport_open, ({ statusCode }) => statusCode ?? 0, (answer) => answer.destroy());
                if (response.statusCode === 200)
                    return response;
                throw fromAnswer(request, await wholeAnswer(response), clock.now());
            }
            catch (error) {
                throw error instanceof transport_failure/* TransportFailure */.Az ? fromTransport(request, error) : error;
            }
        },
    };
}
/** Reads the short body of an error that was opened as a stream; what is too long or cut is left out. */
async function wholeAnswer(response) {
    let body = '';
    const timer = setTimeout(() => response.destroy(), ERROR_BODY_MS);
    try {
        for await (const chunk of response.setEncoding('utf8')) {
            body += chunk;
            if (body.length > 1024 * 1024)
                break;
        }
    }
    catch {
        // The status says enough.
    }
    finally {
        clearTimeout(timer);
    }
    return { status: response.statusCode ?? 0, headers: response.headers, body };
}

// EXTERNAL MODULE: ./build/kube/pages.js
var pages = __nccwpck_require__(6356);
;// CONCATENATED MODULE: ./build/kube/client.js




/** Who owns the fields that this action writes, in `metadata.managedFields`. */
const FIELD_MANAGER = 'rollout-conductor';
/** 500 is what kubectl asks for. */
const PAGE_SIZE = 500;
/** Longer than any answer of a healthy server takes (its own limit is 60 s, for lists of many thousands). */
const ATTEMPT_TIMEOUT_MS = 30_000;
const CONTENT_TYPES = {
    merge: 'application/merge-patch+json',
    json: 'application/json-patch+json',
    // JSON is YAML; the server knows no apply-patch+json before 1.33.
    apply: 'application/apply-patch+yaml',
};
/** Makes a client for a connection. Sends nothing by itself. */
function kubeClient(connection, options) {
    const sender = requestSender(connection, {
        version: options.version,
        clock: options.clock ?? clock/* systemClock */.m,
        policy: { ...retry/* DEFAULT_POLICY */.zj, ...options.retry },
        attemptTimeoutMs: options.attemptTimeoutMs ?? ATTEMPT_TIMEOUT_MS,
    });
    return {
        async get(ref, bounds = {}) {
            return (0,pages/* withTypes */.m)(ref.resource, await sender.json({ verb: 'get', ...ref }, { ...bounds, repeatable: true }));
        },
        list(resource, { namespace, labelSelector, fieldSelector, ...bounds } = {}) {
            const request = { verb: 'list', resource, namespace };
            const page = (query) => sender.json(request, {
                ...bounds,
                repeatable: true,
                query: { labelSelector, fieldSelector, ...query },
            });
            return (0,pages/* listPages */.p)(resource, page, options.pageSize ?? PAGE_SIZE);
        },
        async create(resource, namespace, body, write) {
            const object = { apiVersion: apiVersionOf(resource), kind: resource.kind, ...body };
            const created = await sender.json({ verb: 'create', resource, namespace }, { ...write, body: object, contentType: 'application/json', query: writeQuery(write) });
            return (0,pages/* withTypes */.m)(resource, created);
        },
        async patch(ref, { type, body }, { subresource, force, ...write }) {
            const typed = type === 'apply'
                ? { apiVersion: apiVersionOf(ref.resource), kind: ref.resource.kind, ...body }
                : body;
            const query = { ...writeQuery(write), force: force === true ? 'true' : undefined };
            const request = { verb: 'patch', ...ref, subresource };
            return (0,pages/* withTypes */.m)(ref.resource, await sender.json(request, { ...write, body: typed, contentType: CONTENT_TYPES[type], query }));
        },
        async delete(ref, { uid, resourceVersion, propagationPolicy, ...write }) {
            const preconditions = (uid ?? resourceVersion) ? { uid, resourceVersion } : undefined;
            const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions, propagationPolicy };
            const query = { dryRun: writeQuery(write).dryRun };
            await sender.json({ verb: 'delete', ...ref }, { ...write, body, contentType: 'application/json', query });
        },
        logs(ref, { container, previous, tailLines, limitBytes, ...bounds } = {}) {
            const query = {
                container,
                previous: previous?.toString(),
                tailLines: tailLines?.toString(),
                limitBytes: limitBytes?.toString(),
            };
            return sender.text({ verb: 'get', ...ref, subresource: 'log' }, { ...bounds, repeatable: true, query });
        },
        openWatch(resource, { namespace, timeoutSeconds, ...selection }, bounds = {}) {
            const query = {
                watch: 'true',
                allowWatchBookmarks: 'true',
                timeoutSeconds: String(timeoutSeconds),
                ...selection,
            };
            return sender.stream({ verb: 'watch', resource, namespace }, { ...bounds, repeatable: true, query });
        },
    };
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}
function writeQuery(write) {
    return {
        fieldManager: FIELD_MANAGER,
        dryRun: write.dryRun === true ? 'All' : undefined,
        fieldValidation: write.fieldValidation,
    };
}


/***/ }),

/***/ 4110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ httpsOptions),
/* harmony export */   Yl: () => (/* binding */ headersOf),
/* harmony export */   Z8: () => (/* binding */ keepAlive),
/* harmony export */   ps: () => (/* binding */ pem)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4708);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9425);
/* harmony import */ var _node_error_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(249);
/* harmony import */ var _unusable_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7233);






/**
 * Turns the entries into TLS options, an agent and headers. Certificates, tokens and passwords are node's own
 * options; for auth-providers (OIDC) and proxies client-node's KubeConfig does it, loaded only then, because its
 * import costs a third of the time to the first request.
 */
async function httpsOptions(cluster, user) {
    const [ours, theirs] = [dataFirst(user), dataFirst(cluster)];
    if (!(0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__/* .isFields */ .Ce)(ours['auth-provider']) && !theirs['proxy-url'])
        return directOptions(theirs, ours);
    const { kubeConfigOptions } = await Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(538)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6538));
    return kubeConfigOptions(theirs, ours);
}
async function directOptions(cluster, user) {
    const [ca, cert, key] = await Promise.all([
        pem(cluster, 'certificate-authority'),
        pem(user, 'client-certificate'),
        pem(user, 'client-key'),
    ]);
    const { token, username, password, as } = user;
    const name = cluster['tls-server-name'];
    const tls = {
        ...(ca && { ca }),
        ...(cert && { cert }),
        ...(key && { key }),
        ...(typeof name === 'string' && name !== '' ? { servername: name } : {}),
        ...(cluster['insecure-skip-tls-verify'] === true ? { rejectUnauthorized: false } : {}),
    };
    const headers = {
        ...(typeof token === 'string' && token !== '' ? { Authorization: `Bearer ${token}` } : {}),
        ...(typeof as === 'string' && as !== '' ? { 'Impersonate-User': as } : {}),
    };
    const auth = typeof username === 'string' && username !== ''
        ? `${username}:${typeof password === 'string' ? password : ''}`
        : undefined;
    const plain = String(cluster['server']).startsWith('http:');
    const agent = plain ? new node_http__WEBPACK_IMPORTED_MODULE_1__.Agent() : new node_https__WEBPACK_IMPORTED_MODULE_2__.Agent(tls);
    return { options: { ...tls, headers, ...(auth && { auth }), agent }, provider: undefined };
}
/** A certificate or key of an entry, embedded as base64 or in a file; undefined for none. Throws ActionableError. */
async function pem(entry, field) {
    const [embedded, file] = [entry[`${field}-data`], entry[field]];
    if (typeof embedded === 'string' && embedded !== '')
        return Buffer.from(embedded, 'base64');
    if (typeof file !== 'string' || file === '')
        return undefined;
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
    }
    catch (error) {
        throw (0,_unusable_js__WEBPACK_IMPORTED_MODULE_5__/* .unusable */ ._)((0,_node_error_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error), error);
    }
}
/** Embedded data goes before a file, as in kubectl; KubeConfig has it the other way round. */
function dataFirst(entry) {
    const covered = ['certificate-authority', 'client-certificate', 'client-key'].filter((key) => entry[`${key}-data`]);
    return Object.fromEntries(Object.entries(entry).filter(([key]) => !covered.includes(key)));
}
/** What identifies the user in a request: Authorization, and whom to act as. */
function headersOf(options, user) {
    const headers = {};
    for (const [name, value] of Object.entries(options.headers ?? {})) {
        if (value !== undefined)
            headers[name] = Array.isArray(value) ? [...value] : String(value);
    }
    // Basic authentication comes as `auth`; as a header it is like all others.
    if (options.auth)
        headers['Authorization'] ??= `Basic ${Buffer.from(options.auth, 'utf8').toString('base64')}`;
    // client-node sends only the user of an impersonation; without its groups other rules would apply.
    if (typeof user['as-uid'] === 'string')
        headers['Impersonate-Uid'] = user['as-uid'];
    if (Array.isArray(user['as-groups']))
        headers['Impersonate-Group'] = user['as-groups'].map(String);
    if ((0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_3__/* .isFields */ .Ce)(user['as-user-extra'])) {
        for (const [key, values] of Object.entries(user['as-user-extra'])) {
            headers[`Impersonate-Extra-${encodeURIComponent(key)}`] = Array.isArray(values)
                ? values.map(String)
                : [];
        }
    }
    return headers;
}
/**
 * Idle connections are closed by ourselves after this, long before load balancers drop theirs (60 s and more), so that
 * a write that may be sent only once does not meet a connection that is dead already.
 */
const IDLE_MS = 15_000;
/** KubeConfig makes agents that close after each request: 20 handshakes for 20 requests were measured, 1 with this. */
function keepAlive(agent, idleMs = IDLE_MS) {
    const parts = agent;
    parts.keepAlive = true;
    parts.options.timeout = idleMs;
    return agent;
}


/***/ }),

/***/ 9268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ describeRequest),
/* harmony export */   a: () => (/* binding */ KubeError)
/* harmony export */ });
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7005);

/** A request to the API server that failed. Holds no header, body or token: it may be printed as it is. */
class KubeError extends Error {
    name = 'KubeError';
    /** What went wrong. */
    kind;
    verb;
    resource;
    subresource;
    namespace;
    /** Name of the object; `name` itself is the error's class. */
    objectName;
    /** 0 if there was no answer. */
    httpStatus;
    reason;
    details;
    code;
    retryAfterMs;
    /** See {@link KubeErrorFacts.maybeActedOn}. */
    maybeActedOn;
    /** What the server or the connection said, without the request before it. */
    serverMessage;
    constructor(request, facts, options) {
        super(`${describeRequest(request)}: ${facts.message}`, options);
        this.kind = facts.kind;
        this.verb = request.verb;
        this.resource = request.resource;
        this.subresource = request.subresource;
        this.namespace = request.namespace;
        this.objectName = request.name;
        this.httpStatus = facts.httpStatus ?? 0;
        this.reason = facts.reason;
        this.details = facts.details;
        this.code = facts.code;
        this.retryAfterMs = facts.retryAfterMs;
        this.maybeActedOn = facts.maybeActedOn;
        this.serverMessage = facts.message;
    }
}
/** `patch rollouts.argoproj.io/status "web" in namespace "shop"`. */
function describeRequest(request) {
    const subresource = request.subresource === undefined ? '' : `/${request.subresource}`;
    const name = request.name === undefined ? '' : ` "${request.name}"`;
    const namespace = request.namespace === undefined ? '' : ` in namespace "${request.namespace}"`;
    return `${request.verb} ${(0,_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(request.resource)}${subresource}${name}${namespace}`;
}


/***/ }),

/***/ 9425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ isFields),
/* harmony export */   DU: () => (/* binding */ parseKubeconfig),
/* harmony export */   nN: () => (/* binding */ mergeKubeconfigs),
/* harmony export */   s9: () => (/* binding */ readKubeconfigFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8815);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9473);
/* harmony import */ var _node_error_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(249);





/** Fields that hold a path relative to the kubeconfig file, as in client-go's `ResolvePaths`. */
const CLUSTER_PATHS = ['certificate-authority'];
const USER_PATHS = ['client-certificate', 'client-key', 'tokenFile'];
/** Codes for a missing file or folder. */
const MISSING = ['ENOENT', 'ENOTDIR'];
/** Reads a kubeconfig file; undefined if there is none at this path. */
async function readKubeconfigFile(file, source) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8');
    }
    catch (error) {
        if (MISSING.includes((0,_node_error_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$)(error)))
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionableError */ .fU({
            what: `${source} cannot be read (${(0,_node_error_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error)}).`,
            next: 'let the user that runs this step read the file.',
        }, { cause: error });
    }
    return parseKubeconfig(text, source, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(file)));
}
/**
 * Reads the text of a kubeconfig, YAML or JSON.
 * @param source where it came from, for messages
 * @param folder what relative paths in it are relative to
 */
function parseKubeconfig(text, source, folder) {
    const fields = parseMapping(text, source);
    const list = (key, inner, paths) => entriesOf(fields[key], inner, (entry) => absolutePaths(entry, paths, folder));
    const currentContext = fields['current-context'];
    return {
        currentContext: typeof currentContext === 'string' && currentContext !== '' ? currentContext : undefined,
        contexts: list('contexts', 'context', []),
        clusters: list('clusters', 'cluster', CLUSTER_PATHS),
        users: list('users', 'user', USER_PATHS),
        source,
    };
}
function parseMapping(text, source) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { logLevel: 'silent' });
    const [mistake] = document.errors;
    if (mistake !== undefined) {
        // The message quotes the line, which may hold a token; only the code and the place are told.
        const at = mistake.linePos?.[0];
        const place = at === undefined ? '' : ` in line ${String(at.line)}, column ${String(at.col)}`;
        throw notAKubeconfig(source, `is not YAML (${mistake.code}${place})`);
    }
    const value = document.toJS();
    // An empty file is a valid, empty kubeconfig: kubectl makes such files and merges them.
    if (value === null || value === undefined)
        return {};
    if (!isFields(value) ||
        !('clusters' in value || 'contexts' in value || 'users' in value || value['kind'] === 'Config')) {
        throw notAKubeconfig(source, 'has neither clusters nor contexts nor users');
    }
    return value;
}
function notAKubeconfig(source, how) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionableError */ .fU({
        what: `${source} is not a kubeconfig: it ${how}.`,
        next: 'give a kubeconfig as kubectl reads it (`kubectl config view --raw --minify --flatten` prints one).',
    });
}
/** True for a mapping; an array is none. */
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The named entries of a list; of two with one name the first counts, as when files are merged. */
function entriesOf(list, inner, edit) {
    const entries = new Map();
    for (const item of Array.isArray(list) ? list : []) {
        if (!isFields(item) || typeof item['name'] !== 'string' || entries.has(item['name']))
            continue;
        const fields = item[inner];
        entries.set(item['name'], edit(isFields(fields) ? fields : {}));
    }
    return entries;
}
function absolutePaths(entry, keys, folder) {
    const edited = { ...entry };
    for (const key of keys) {
        const value = entry[key];
        if (typeof value === 'string' && value !== '')
            edited[key] = node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(folder, value);
    }
    // A plugin without a slash is looked up in PATH, any other is relative to the file (client-go does the same).
    const exec = entry['exec'];
    if (isFields(exec) && typeof exec['command'] === 'string' && /[/\\]/.test(exec['command'])) {
        edited['exec'] = { ...exec, command: node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(folder, exec['command']) };
    }
    return edited;
}
/**
 * Merges as kubectl does: the first file that has an entry or a current context wins, and nothing of a later entry
 * with the same name is taken. (client-node throws "Duplicate cluster".)
 */
function mergeKubeconfigs(files, source) {
    const merge = (key) => new Map(files.toReversed().flatMap((file) => [...file[key]]));
    return {
        currentContext: files.map((file) => file.currentContext).find((context) => context !== undefined),
        contexts: merge('contexts'),
        clusters: merge('clusters'),
        users: merge('users'),
        source,
    };
}


/***/ }),

/***/ 249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   b: () => (/* binding */ messageOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/** The code of an error of node or OpenSSL, such as `ENOENT`; empty if there is none. */
function codeOf(error) {
    return isError(error) && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
/** The message of a thrown value. */
function messageOf(error) {
    return isError(error) ? error.message : String(error);
}
/** Also true for errors of another realm, where `instanceof` is not: node's own are that for code inside Jest. */
function isError(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) || error instanceof Error;
}


/***/ }),

/***/ 6356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ withTypes),
/* harmony export */   p: () => (/* binding */ listPages)
/* harmony export */ });
/* harmony import */ var _kube_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9268);

/**
 * Reads a list page by page. A page that has become too old (410, after about five minutes) makes the list start
 * over, once and in one piece, as client-go does.
 */
async function listPages(resource, read, size) {
    const items = [];
    let token;
    try {
        for (;;) {
            const page = await read({ limit: String(size), continue: token });
            items.push(...objectsOf(resource, page));
            token = page.metadata?.continue;
            if (!token)
                return { items, resourceVersion: page.metadata?.resourceVersion ?? '' };
        }
    }
    catch (error) {
        if (!(error instanceof _kube_error_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeError */ .a && error.kind === 'gone') || token === undefined)
            throw error;
        const whole = await read({});
        return { items: objectsOf(resource, whole), resourceVersion: whole.metadata?.resourceVersion ?? '' };
    }
}
function objectsOf(resource, page) {
    return (page.items ?? []).map((item) => withTypes(resource, item));
}
/** The items of a built-in kind's list have no apiVersion and kind of their own: the list's stand for all. */
function withTypes(resource, object) {
    const apiVersion = resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
    return { apiVersion, kind: resource.kind, ...object };
}


/***/ }),

/***/ 8959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact)
/* harmony export */ });
/**
 * What looks like a credential in text of others (a plugin's stderr), replaced by `***`.
 *
 * The runner masks only what core.setSecret was told, and a token that a failing plugin prints was never told.
 * Better a word too much hidden than a token shown.
 */
const PATTERNS = [
    // Authorization headers and their values.
    /\b(?:bearer|basic)\s+[\w.~+/=-]+/gi,
    // key=value, "key": "value" and --key value, with the word anywhere in the key.
    /(?<=[\w-]*(?:token|secret|passw(?:or)?d|credential|api-?key|signature|session)[\w-]*["']?\s*[=:]\s*["']?)[^\s"',;]+/gi,
    // User and password in an address.
    /(?<=:\/\/)[^\s/@]+@/g,
    // JSON web tokens and other long words without a space; ARNs, addresses and paths are split by their punctuation.
    /\beyJ[\w.=-]+/g,
    /[\w+=-]{40,}/g,
];
/** The text without what looks like a credential. */
function redact(text) {
    return PATTERNS.reduce((shown, pattern) => shown.replace(pattern, '***'), text);
}


/***/ }),

/***/ 7005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ events),
/* harmony export */   F5: () => (/* binding */ httpRoutes),
/* harmony export */   Iy: () => (/* binding */ resourceName),
/* harmony export */   Jw: () => (/* binding */ pods),
/* harmony export */   Km: () => (/* binding */ virtualServices),
/* harmony export */   R7: () => (/* binding */ podTemplates),
/* harmony export */   R9: () => (/* binding */ rollouts),
/* harmony export */   SZ: () => (/* binding */ replicaSets),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   bg: () => (/* binding */ deployments),
/* harmony export */   cn: () => (/* binding */ selfSubjectAccessReviews),
/* harmony export */   nR: () => (/* binding */ analysisRuns),
/* harmony export */   qU: () => (/* binding */ ingresses),
/* harmony export */   rC: () => (/* binding */ experiments)
/* harmony export */ });
/** Argo Rollouts' Rollout. */
const rollouts = {
    group: 'argoproj.io',
    version: 'v1alpha1',
    plural: 'rollouts',
    kind: 'Rollout',
};
/** Argo Rollouts' AnalysisRun: one run of the metrics of a step, a release or an experiment. */
const analysisRuns = {
    group: 'argoproj.io',
    version: 'v1alpha1',
    plural: 'analysisruns',
    kind: 'AnalysisRun',
};
/** Argo Rollouts' Experiment. */
const experiments = {
    group: 'argoproj.io',
    version: 'v1alpha1',
    plural: 'experiments',
    kind: 'Experiment',
};
/** ReplicaSets: the revisions of a Rollout or a Deployment. */
const replicaSets = {
    group: 'apps',
    version: 'v1',
    plural: 'replicasets',
    kind: 'ReplicaSet',
};
/** Deployments. */
const deployments = {
    group: 'apps',
    version: 'v1',
    plural: 'deployments',
    kind: 'Deployment',
};
/** PodTemplates: a pod template and nothing else, which a Rollout may refer to. */
const podTemplates = {
    group: '',
    version: 'v1',
    plural: 'podtemplates',
    kind: 'PodTemplate',
};
/** Pods. */
const pods = { group: '', version: 'v1', plural: 'pods', kind: 'Pod' };
/** Events of the core group, which every controller still writes. */
const events = { group: '', version: 'v1', plural: 'events', kind: 'Event' };
/** Ingresses. */
const ingresses = {
    group: 'networking.k8s.io',
    version: 'v1',
    plural: 'ingresses',
    kind: 'Ingress',
};
/** Istio's VirtualServices; every Istio since 1.5 serves this version, and `v1` only those since 1.22. */
const virtualServices = {
    group: 'networking.istio.io',
    version: 'v1beta1',
    plural: 'virtualservices',
    kind: 'VirtualService',
};
/** HTTPRoutes of the Gateway API. */
const httpRoutes = {
    group: 'gateway.networking.k8s.io',
    version: 'v1',
    plural: 'httproutes',
    kind: 'HTTPRoute',
};
/** The question "may I do this?"; created, never stored, and allowed to every authenticated user by default. */
const selfSubjectAccessReviews = {
    group: 'authorization.k8s.io',
    version: 'v1',
    plural: 'selfsubjectaccessreviews',
    kind: 'SelfSubjectAccessReview',
    namespaced: false,
};
/** The path of a collection, an object or a subresource, each part escaped. Starts with a slash, has no query. */
function pathOf(resource, parts) {
    const root = resource.group === '' ? ['api'] : ['apis', resource.group];
    const namespace = parts.namespace === undefined || resource.namespaced === false ? [] : ['namespaces', parts.namespace];
    const object = [parts.name, parts.subresource].filter((part) => part !== undefined);
    return `/${[...root, resource.version, ...namespace, resource.plural, ...object].map(encodeURIComponent).join('/')}`;
}
/** `rollouts.argoproj.io`, or `pods` for the core group: how kubectl and the server's own messages name a kind. */
function resourceName(resource) {
    return resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
}


/***/ }),

/***/ 445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  zj: () => (/* binding */ DEFAULT_POLICY),
  p$: () => (/* binding */ jitter),
  LH: () => (/* binding */ withRetries)
});

;// CONCATENATED MODULE: ./node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ./node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}

		// Not `Number.isSafeInteger`, which would reject a huge `retries`. That is accepted on purpose and behaves as effectively forever.
		// eslint-disable-next-line unicorn/prefer-number-is-safe-integer
		if (Number.isFinite(retries) && !Number.isInteger(retries)) {
			throw new TypeError('Expected `retries` to be a non-negative integer or Infinity.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {allowInfinity = false} = {}) {
	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < 0) {
		throw new TypeError(`Expected \`${name}\` to be \u{2265} 0.`);
	}
}

function validateOption(name, value, type) {
	// `null` means "not provided", as it does for the other options. `unref` needs this because it is the one option with no default of its own.
	if (value === undefined || value === null) {
		return;
	}

	if (typeof value !== type) {
		throw new TypeError(`Expected \`${name}\` to be a ${type}.`);
	}
}

function validateSignal(value) {
	// `null` means "not provided", as it does for the other options.
	if (value === undefined || value === null) {
		return;
	}

	// Duck typed rather than `instanceof`, so a signal from another realm still works. All three methods are checked because `removeEventListener` is called from inside a timer callback, where a `TypeError` would be an uncaught exception rather than a rejection the caller could catch.
	if (typeof value.throwIfAborted !== 'function'
		|| typeof value.addEventListener !== 'function'
		|| typeof value.removeEventListener !== 'function') {
		throw new TypeError('Expected `signal` to be an AbortSignal.');
	}
}

class AbortError extends Error {
	constructor(message) {
		super(typeof message === 'string' ? message : undefined);

		this.name = 'AbortError';

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			// Created here, so it already captures every caller frame. Copying `this.stack` instead would only rewrite the header, which is rendered lazily from `name` and `message` at read time. It also stringifies a non-string message, so reuse its result below.
			this.originalError = new Error(message);
			({message} = this.originalError);

			// The caller sees this error, so the frame for this constructor is dropped where the runtime supports it. Left in, the top frame blames p-retry for an error the caller threw. An error the caller passed keeps its own stack, which points at their throw site already. V8-only, hence the lint exception, and the optional call leaves the stack as it is where it is missing.
			// eslint-disable-next-line unicorn/no-nonstandard-builtin-properties
			Error.captureStackTrace?.(this.originalError, AbortError);
		}

		this.message = message;
	}
}

// `setTimeout` cannot represent a longer delay and fires it right away instead, which turns a long backoff into a tight retry loop. Cap at the largest value it can still hold.
const maximumDelay = (2 ** 31) - 1;

function calculateDelay(retriesConsumed, options) {
	// Nothing to wait for, and multiplying by a factor that has grown to `Infinity` would give `NaN`.
	if (options.minTimeout === 0) {
		return 0;
	}

	// `retriesConsumed` starts at 0 and only ever counts up, so the first retry is already attempt 1.
	const attempt = retriesConsumed + 1;
	const random = options.randomize ? (Math.random() + 1) : 1;

	const timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));

	// `maxTimeout` rounds up, so a fractional cap still gives a whole number of milliseconds. Rounding down would turn a cap below 1 into no timer at all, which never yields to the event loop. `Math.ceil(Infinity)` is `Infinity`.
	return Math.min(timeout, Math.ceil(options.maxTimeout), maximumDelay);
}

function calculateRemainingTime(start, max) {
	return Number.isFinite(max) ? max - (performance.now() - start) : max;
}

async function delayForRetry(delay, options) {
	if (delay <= 0) {
		return;
	}

	await new Promise((resolve, reject) => {
		// Registered with `once`, so it removes itself when it fires.
		const onAbort = () => {
			clearTimeout(timeoutToken);
			reject(options.signal.reason);
		};

		const timeoutToken = setTimeout(() => {
			options.signal?.removeEventListener('abort', onAbort);
			resolve();
		}, delay);

		if (options.unref) {
			timeoutToken.unref?.();
		}

		options.signal?.addEventListener('abort', onAbort, {once: true});
	});
}

// Stringifying a thrown value can itself throw, for an object with no usable `toString`. That must never be allowed to replace the failure the caller is actually dealing with.
//
// A thrown value whose own accessors or proxy traps throw is not supported, here or anywhere else. It comes from the caller's own code, so it is not something to defend against.
function stringifyThrownValue(value) {
	try {
		return String(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}

// `AbortError` wraps the error the caller actually wants, and the wrappers can be nested, so keep unwrapping until the cause is reached. Otherwise an `AbortError` would escape `pRetry` and a `catch` doing `error instanceof AbortError` would read a real failure as a cancellation.
//
// Two wrappers whose `originalError` points at each other are not supported, like the thrown values above.
function unwrapAbortError(error) {
	let cause = error;

	// A wrapper with no error to unwrap to is the cause as far as it goes.
	while (cause instanceof AbortError && cause.originalError instanceof Error) {
		cause = cause.originalError;
	}

	return cause;
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	// The signal is checked after the operation and after every callback, so a cancellation is never reported as an operation failure or a callback's decision, and no callback runs after it. The last check also guards the delay, whose abort listener never fires on a signal that is already aborted.
	const abortIfNeeded = () => {
		options.signal?.throwIfAborted();
	};

	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${stringifyThrownValue(error)}". You should only throw errors.`);

	// Checked before unwrapping an `AbortError`, because the reason a caller aborted with is final. Unwrapping it would replace the reason they chose with whatever is inside it, and it would also let an `AbortError` from the operation outrank a cancellation the caller asked for.
	abortIfNeeded();

	if (normalizedError instanceof AbortError) {
		throw unwrapAbortError(normalizedError);
	}

	// `retriesConsumed` only ever advances while `retriesLeft` is above 0, so this is never negative. `Infinity` minus a finite count is `Infinity`, so an unlimited budget needs no special case.
	const retriesLeft = options.retries - retriesConsumed;

	// A `TypeError` normally means the operation itself is broken rather than the thing it was trying to reach, so retrying it does not help. A network `TypeError` is the exception, and its message differs per runtime, so it has to be recognised rather than assumed.
	const isRetriableError = !(normalizedError instanceof TypeError) || isNetworkError(normalizedError);

	// Out of time already, out of retries, or a failure that is never retried, so the delay is 0 and the callbacks are told that no retry follows. Only computed when a retry can still follow, so a randomized delay does not draw from `Math.random` for a wait that is never taken.
	const timeLeft = calculateRemainingTime(startTime, options.maxRetryTime);
	const delayTime = isRetriableError && timeLeft > 0 && retriesLeft > 0 ? calculateDelay(retriesConsumed, options) : 0;

	const consumeRetryContext = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: delayTime,
	});

	// No answer means no opinion, so fall back to the default. Treating it as `false` instead would leave `retries` uncounted and let the loop run forever.
	const consumeRetry = (await options.shouldConsumeRetry(consumeRetryContext)) ?? true;

	abortIfNeeded();

	const effectiveDelay = consumeRetry ? delayTime : 0;
	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: effectiveDelay,
	});

	await options.onFailedAttempt(context);

	abortIfNeeded();

	const remainingTime = calculateRemainingTime(startTime, options.maxRetryTime);

	// No time or budget left, or a failure that retrying cannot help with.
	if (
		!isRetriableError
		|| remainingTime <= 0
		|| retriesLeft <= 0
	) {
		throw normalizedError;
	}

	const shouldRetry = await options.shouldRetry(context);

	abortIfNeeded();

	if (!shouldRetry) {
		throw normalizedError;
	}

	const remainingTimeAfterShouldRetry = calculateRemainingTime(startTime, options.maxRetryTime);

	if (remainingTimeAfterShouldRetry <= 0) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		return false;
	}

	await delayForRetry(Math.min(effectiveDelay, remainingTimeAfterShouldRetry), options);

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	// Applied before validating, so that `null` means "not provided" here as it does for every other option.
	options.retries ??= 10;

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Infinity;
	options.maxRetryTime ??= Infinity;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate the options that have a runtime type to check.
	validateOption('onFailedAttempt', options.onFailedAttempt, 'function');
	validateOption('shouldRetry', options.shouldRetry, 'function');
	validateOption('shouldConsumeRetry', options.shouldConsumeRetry, 'function');
	validateOption('randomize', options.randomize, 'boolean');
	validateOption('unref', options.unref, 'boolean');
	validateSignal(options.signal);
	validateNumberOption('factor', options.factor);
	validateNumberOption('minTimeout', options.minTimeout);
	validateNumberOption('maxTimeout', options.maxTimeout, {allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {allowInfinity: true});

	// A negative factor is rejected above, so this only catches `0`. Treat it as `1` to keep the delay constant instead of dropping to zero after the first retry.
	if (options.factor === 0) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	// A consumed count is always finite, so `Infinity` keeps this true and needs no special case.
	while (retriesConsumed <= options.retries) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Unreachable: `onAttemptFailure` throws once `retriesLeft` reaches 0, which is the same state the loop condition tests, so the loop is always left by a throw. Kept as a guard against a future change to either side breaking that pairing.
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}

// EXTERNAL MODULE: ./build/kube/kube-error.js
var kube_error = __nccwpck_require__(9268);
// EXTERNAL MODULE: ./build/kube/transport-failure.js
var transport_failure = __nccwpck_require__(6962);
;// CONCATENATED MODULE: ./build/kube/retry.js



/** 60 s outlast the restart of an API server; five tries of a first contact are over in 8 s at most. */
const DEFAULT_POLICY = {
    baseMs: 250,
    capMs: 8_000,
    patienceMs: 60_000,
    firstContactRetries: 5,
};
/** A wait with full jitter: many runners that lost one server must not come back as one. */
function jitter(failures, policy) {
    return Math.random() * Math.min(policy.capMs, policy.baseMs * 2 ** failures);
}
/**
 * Runs `attempt` until it succeeds, fails for good, or time is over; throws the last error, or the signal's reason.
 * p-retry has no delay for each error, so the wait is awaited in `shouldRetry`.
 */
function withRetries(attempt, options) {
    const { clock, signal, policy } = options;
    const deadline = options.deadline ?? clock.now() + policy.patienceMs;
    let reusedOnce = false;
    let failures = 0;
    let refusals = 0;
    return pRetry(attempt, {
        retries: Infinity,
        minTimeout: 0,
        ...(signal === undefined ? {} : { signal }),
        shouldRetry: async ({ error }) => {
            if (!(error instanceof kube_error/* KubeError */.a) || !mayRetry(error))
                return false;
            // The server closed an idle connection just as the request went out; a new one is not late.
            if (!reusedOnce && lostOnReusedSocket(error)) {
                reusedOnce = true;
                return true;
            }
            if (!options.reached() && ++refusals > policy.firstContactRetries)
                return false;
            // Retry-After is the least; "Retry-After: 0" and the API server's constant 1 s still spread out.
            const delay = Math.max(error.retryAfterMs ?? 0, jitter(failures++, policy));
            if (clock.now() + delay > deadline)
                return false;
            await clock.sleep(delay, signal);
            return true;
        },
    });
}
/**
 * TLS errors and refusals stay as they are. A write that must not be sent twice comes here as `answer-lost` already if
 * it may have been done, so the other kinds are safe to send again.
 */
function mayRetry(error) {
    switch (error.kind) {
        case 'too-many-requests':
        case 'server':
        case 'unreachable':
        case 'timed-out':
            return true;
        case 'not-found':
        case 'no-such-resource':
        case 'unauthorized':
        case 'forbidden':
        case 'conflict':
        case 'already-exists':
        case 'invalid':
        case 'gone':
        case 'refused':
        case 'tls':
        case 'answer-lost':
        case 'bad-answer':
            return false;
    }
}
function lostOnReusedSocket(error) {
    return error.kind === 'unreachable' && error.cause instanceof transport_failure/* TransportFailure */.Az && error.cause.reused;
}


/***/ }),

/***/ 4137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ limited)
/* harmony export */ });
/* harmony import */ var _transport_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6962);

/** Joins the caller's signal and the time limit; AbortSignal.any would hold on to a long-lived signal for each request. */
function limited(timeoutMs, signal) {
    const controller = new AbortController();
    let late = false;
    const timer = setTimeout(() => {
        late = !controller.signal.aborted;
        controller.abort(new Error(`no answer within ${String(Math.round(timeoutMs))} ms`));
    }, timeoutMs);
    const onAbort = () => controller.abort(signal?.reason);
    if (signal?.aborted === true)
        onAbort();
    else
        signal?.addEventListener('abort', onAbort, { once: true });
    const clearTimer = () => clearTimeout(timer);
    return {
        signal: controller.signal,
        clearTimer,
        clear: () => {
            clearTimer();
            signal?.removeEventListener('abort', onAbort);
        },
        failure: (error, state) => {
            if (late)
                return new _transport_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TransportFailure */ .Az(controller.signal.reason, state, _transport_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TIMED_OUT */ .VP);
            if (controller.signal.aborted)
                return controller.signal.reason;
            return new _transport_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TransportFailure */ .Az(error, state);
        },
    };
}


/***/ }),

/***/ 6962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ TransportFailure),
/* harmony export */   PH: () => (/* binding */ TOO_LARGE),
/* harmony export */   VP: () => (/* binding */ TIMED_OUT)
/* harmony export */ });
/* harmony import */ var _node_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(249);

/** An exchange that ended without a whole answer. */
class TransportFailure extends Error {
    name = 'TransportFailure';
    /** Code of the underlying error; empty if it had none. */
    code;
    /** False if not one byte of the request can have reached the server. */
    sent;
    /** True if the connection had carried a request before: the server may have closed it while this one went out. */
    reused;
    constructor(cause, state, code) {
        super((0,_node_error_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(cause), { cause });
        this.code = code ?? (0,_node_error_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$)(cause);
        this.sent = state.sent;
        this.reused = state.reused;
    }
}
/** Code of a TransportFailure whose time was over. */
const TIMED_OUT = 'ANSWER_TIMED_OUT';
/** Code of a TransportFailure whose answer was larger than allowed. */
const TOO_LARGE = 'ANSWER_TOO_LARGE';


/***/ }),

/***/ 7233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ unusable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);

/** The error for a kubeconfig whose credentials lead nowhere: a missing file, an expired login. */
function unusable(how, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionableError */ .fU({
        what: `The credentials of the kubeconfig cannot be used: ${how}.`,
        asked: 'credentials for the Kubernetes API server',
        next: 'check the files it names and the login of its user; `kubectl get --raw /version` must work with it.',
        reason: 'unauthorized',
    }, { cause });
}


/***/ }),

/***/ 9479:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5049);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6756);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5520);
/* harmony import */ var _saved_state_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5123);
/* harmony import */ var _support_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5854);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8508);






const world = {
    env: process.env,
    clock: _support_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
    version: _version_js__WEBPACK_IMPORTED_MODULE_3__/* .version */ .r,
    mask: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .setSecret */ .Pq,
    onCancel: (stop) => {
        for (const signal of ['SIGINT', 'SIGTERM'])
            process.once(signal, () => stop(signal));
    },
};
// The runner starts the same program for both steps.
if ((0,_saved_state_js__WEBPACK_IMPORTED_MODULE_5__/* .isPostStep */ .pq)(process.env)) {
    const planned = (0,_post_js__WEBPACK_IMPORTED_MODULE_0__/* .planPost */ .i)((0,_saved_state_js__WEBPACK_IMPORTED_MODULE_5__/* .readSaved */ .Sy)(process.env), process.env);
    _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .info */ .pq(planned?.why ?? 'The main step has left nothing to do.');
    if (planned !== undefined)
        await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)(world, () => planned);
}
else {
    await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)(world);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ templateRequests),
/* harmony export */   z: () => (/* binding */ operations)
/* harmony export */ });
/** The words that all parts share. They are Argo Rollouts' own wherever it has one. */
/** What a step can be asked to do, in the order of action.yml. */
const operations = [
    'deploy',
    'follow',
    'status',
    'promote',
    'promote-full',
    'abort',
    'retry',
    'rollback',
    'restart',
    'pause',
    'resume',
];
/** The requests that change the pod template: each makes a candidate, and is what a GitOps tool puts back. */
const templateRequests = new Set(['deploy', 'restore', 'restart']);


/***/ }),

/***/ 8718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ noteOf),
/* harmony export */   y: () => (/* binding */ runIdentity)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7413);

/** Who runs this, from the runner's own variables; undefined outside of a workflow. */
function runIdentity(env) {
    const given = (name) => env[`GITHUB_${name}`] ?? '';
    const [server, repository, run] = [given('SERVER_URL'), given('REPOSITORY'), given('RUN_ID')];
    if (server === '' || repository === '' || run === '')
        return undefined;
    return {
        url: `${server}/${repository}/actions/runs/${run}`,
        step: [run, given('JOB'), given('ACTION')].join('/'),
        attempt: Number(given('RUN_ATTEMPT')) || 1,
        commit: given('SHA'),
        actor: given('ACTOR'),
    };
}
/** What a request leaves on the target. */
function noteOf({ operation }, { url, step, attempt, commit, actor }, { guard }, revision) {
    return { run: url, step, attempt, commit, actor, operation, subject: revision ?? (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatState */ .lN)(guard) };
}


/***/ }),

/***/ 138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ describeChange)
/* harmony export */ });
/* harmony import */ var _kube_client_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3493);

/**
 * Who changed it and when, as a part of a sentence, such as `changed by argocd-controller at
 * 2026-11-21T13:00:00Z` or `set by run https://… (commit abc1234, actor jane) at …`. The run is named only if
 * the last change is ours: its annotations stay when somebody else comes later. Pure, not escaped.
 */
function describeChange(change, run) {
    if (change === undefined)
        return 'changed by somebody unknown';
    const { manager, at } = change;
    if (manager !== _kube_client_js__WEBPACK_IMPORTED_MODULE_0__/* .FIELD_MANAGER */ .v || run === undefined)
        return `changed by ${manager} at ${at}`;
    return `set by run ${run.run}${describeRun(run)} at ${at}`;
}
function describeRun({ commit = '', actor = '' }) {
    const parts = [
        ...(commit === '' ? [] : [`commit ${commit.slice(0, 7)}`]),
        ...(actor === '' ? [] : [`actor ${actor}`]),
    ];
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}


/***/ }),

/***/ 1781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ makePlan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7573);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8718);
/* harmony import */ var _targets_index_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4513);




/**
 * Operations that leave a release alone by default when it goes wrong: whoever follows did not begin it, and an abort of
 * a rollback would go forward to what was left.
 */
const leavesAlone = new Set(['follow', 'rollback']);
const followInputs = [
    'on-pause',
    'on-failure',
    'on-inconclusive',
    'on-timeout',
    'pause-timeout',
    'on-cancel',
    'fail-fast',
];
const rollbackInputs = ['revision', 'rollback-steps'];
/** The inputs that an operation leaves aside. */
const unusedBy = {
    deploy: ['expect', ...rollbackInputs],
    follow: ['on-busy', ...rollbackInputs],
    status: [...followInputs, 'on-busy', 'timeout', 'dry-run', ...rollbackInputs],
    promote: ['on-busy', ...rollbackInputs],
    'promote-full': ['on-busy', ...rollbackInputs],
    abort: [...followInputs, 'on-busy', ...rollbackInputs],
    retry: ['on-busy', ...rollbackInputs],
    rollback: ['on-busy'],
    restart: ['on-busy', ...rollbackInputs],
    pause: [...followInputs, 'on-busy', ...rollbackInputs],
    resume: [...followInputs, 'on-busy', ...rollbackInputs],
};
/**
 * Turns the inputs of a step into its plan. All rules between inputs live here. Throws one InputError with
 * all mistakes, those of single inputs included.
 */
function makePlan(env) {
    const { inputs, mistakes } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)(env);
    const all = [...mistakes, ...ruleMistakes(inputs, (input) => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .givenInput */ .CB)(env, input) === '')];
    if (all.length > 0 || !isComplete(inputs))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(all);
    const { target, expect, revision, onTimeout, namespace: _, ...plain } = inputs;
    const { operation } = inputs;
    const onFailure = inputs.onFailure ?? (leavesAlone.has(operation) ? 'stop' : 'abort');
    const run = (0,_note_js__WEBPACK_IMPORTED_MODULE_3__/* .runIdentity */ .y)(env);
    return {
        plan: {
            ...plain,
            onFailure,
            onTimeout: onTimeout ?? onFailure,
            cancelled: false,
            ...(expect && { expect }),
            ...(revision !== undefined && { revision }),
            ...(run && { run }),
        },
        target,
        unused: unusedBy[operation].filter((input) => !['', _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputDefaults */ .V0[input]].includes((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .givenInput */ .CB)(env, input))),
    };
}
function ruleMistakes({ operation, target }, isEmpty) {
    const mistakes = [];
    if (operation === 'deploy' && isEmpty('image')) {
        mistakes.push({
            input: 'image',
            given: '',
            allowed: 'the image to deploy',
            next: 'operation: deploy sets it.',
        });
    }
    const promotes = operation === 'promote' || operation === 'promote-full';
    if (promotes && isEmpty('expect') && isEmpty('image')) {
        mistakes.push({
            input: 'expect',
            given: '',
            allowed: 'the `state` output of the step that paused, or any; or name the `image` instead',
            next: 'Without either, a promote could pass a release that nobody looked at.',
        });
    }
    if (operation !== undefined && target !== undefined) {
        const known = _targets_index_js__WEBPACK_IMPORTED_MODULE_2__/* .targetKinds */ .x[target.kind].operations;
        if (!known.includes(operation)) {
            mistakes.push({
                input: 'operation',
                given: operation,
                allowed: `for ${target.kind}: ${known.join(', ')}`,
            });
        }
    }
    return mistakes;
}
/** An input that is missing without a mistake does not exist: each of them has a default or a mistake. */
function isComplete(inputs) {
    return inputs.target !== undefined && inputs.operation !== undefined;
}


/***/ }),

/***/ 6756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ planPost)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1781);

/**
 * How long the post step may wait for the cluster, in milliseconds: the steps after a cancelled one have five minutes
 * (https://docs.github.com/en/actions/reference/workflow-cancellation-reference).
 */
const patience = 4 * 60_000;
/** What a policy makes the post step do. */
const operations = { abort: 'abort', rollback: 'rollback', pause: 'pause', stop: 'status' };
/**
 * What is left to do after the main step: to carry out `on-cancel` where it was cancelled and could not see that to its
 * end, or to say what it left behind where it was killed. Undefined when there is nothing: it has told everything
 * itself, or it came to an end before it saw the target. Pure.
 */
function planPost(saved, env) {
    if (saved === undefined)
        return undefined;
    const { end, signal, wrote, candidate } = saved;
    if (end !== undefined && end.reason !== 'cancelled')
        return undefined;
    const planned = (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .makePlan */ .C)(env);
    const { plan } = planned;
    const began = wrote || candidate !== undefined;
    const policy = signal !== undefined && began && !plan.dryRun ? plan.onCancel : 'stop';
    if (end !== undefined && (policy === 'stop' || end.settled))
        return undefined;
    return { ...planned, plan: postPlan(plan, policy, saved), unused: [], why: describe(policy, saved) };
}
function describe(policy, { signal, end }) {
    const told = end === undefined ? ' and ended before it could tell how' : '';
    if (signal === undefined)
        return 'The main step was killed; this is what it left behind.';
    if (policy === 'stop')
        return `The main step was cancelled (${signal})${told}; this is what it left behind.`;
    return `The main step was cancelled (${signal})${told}; on-cancel: ${policy} is seen to its end here.`;
}
function postPlan(plan, policy, { candidate, operation: main }) {
    const { expect: _, ...rest } = plan;
    const operation = operations[policy];
    const isOurs = candidate === undefined ? undefined : stateOf(candidate);
    return {
        ...rest,
        operation,
        // Until the candidate was seen, only its image tells that it is ours.
        images: candidate === undefined && main === 'deploy' && operation !== 'status' ? plan.images : [],
        ...(isOurs && operation !== 'status' ? { expect: isOurs } : {}),
        revision: 'stable',
        rollbackSteps: false,
        onPause: 'stop',
        onFailure: 'stop',
        onInconclusive: 'stop',
        onTimeout: 'stop',
        onCancel: 'stop',
        failFast: false,
        timeout: Math.min(plan.timeout, patience),
        cancelled: true,
    };
}
function stateOf(candidate) {
    return { kind: 'state', state: `${candidate}.-.-`, hash: candidate };
}


/***/ }),

/***/ 5520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

;// CONCATENATED MODULE: ./build/ending.js
/** The ends that a person asked for, by operation and reason; every other end fails the step. */
const successes = [
    { ended: 'healthy', reason: 'completed' },
    { ended: 'unchanged' },
    // What a post step found to be over, or not to be its own, before it could do anything.
    { ended: 'healthy', reason: 'nothing-to-do' },
    { ended: 'aborted', reason: 'nothing-to-do' },
    { ended: 'progressing', reason: 'nothing-to-do' },
    { ended: 'paused', reason: 'nothing-to-do' },
    { ended: 'degraded', reason: 'nothing-to-do' },
    { ended: 'planned' },
    { ended: 'paused', reason: 'gate' },
    { ended: 'aborted', reason: 'requested', operation: 'abort' },
    { ended: 'rolled-back', reason: 'requested', operation: 'rollback' },
];
/** Operations that leave a target as it is and have done all that was asked, whatever it goes on with. */
const actOnce = new Set(['pause', 'resume', 'restart']);
/** The end of a run; whether the step is green follows from what was asked. Pure. */
function endingOf(operation, ended, reason, message) {
    const asked = successes.some((row) => row.ended === ended &&
        (row.reason === undefined || row.reason === reason) &&
        (row.operation === undefined || row.operation === operation));
    const did = (operation === 'status' && reason === 'read') || (actOnce.has(operation) && reason === 'requested');
    return { ended, reason, message, succeeded: asked || did };
}
/** How a target stands when it is left as it is; what its status says of an older spec is not how it stands. */
function asLeft({ current, settled, aborted, phase }) {
    if (!current)
        return 'progressing';
    if (settled !== undefined)
        return settled;
    if (aborted !== undefined)
        return 'aborted';
    return { Healthy: 'progressing', Progressing: 'progressing', Paused: 'paused', Degraded: 'degraded' }[phase];
}

// EXTERNAL MODULE: ./build/format.js
var format = __nccwpck_require__(7413);
;// CONCATENATED MODULE: ./build/ownership/advice.js
const advice_image = '/spec/template/spec/containers/0/image';
const follow = 'use `operation: follow` with `image`';
/**
 * Sources: Argo CD, user-guide/diffing and sync-options (to ignore one field of a list can hold back the
 * others: https://github.com/argoproj/argo-cd/issues/17694, so Git comes first). Flux, `spec.ignore` of a
 * Kustomization since kustomize-controller 1.9; its apply policy `Merge` overwrites what Git has, so it does
 * not help; `spec.driftDetection` of a HelmRelease. Helm compares a custom resource with the last release and
 * not with the cluster, so it may leave the image alone until the chart's own changes.
 */
const words = {
    'argo-cd': {
        tool: 'Argo CD',
        unit: 'Application',
        advice: 'What this step sets is put back at the next sync. ' +
            `Change the image in Git and ${follow}, or take the image out of the sync: ` +
            `\`ignoreDifferences\` with the jsonPointer ${advice_image} and the sync option \`RespectIgnoreDifferences=true\`.`,
    },
    'flux-kustomization': {
        tool: 'Flux',
        unit: 'Kustomization',
        advice: 'What this step sets is put back at the next reconciliation. ' +
            `Change the image in Git and ${follow}, or take the image out of the reconciliation: ` +
            `\`spec.ignore\` of the Kustomization with the path ${advice_image}; where Flux does not have that yet, the annotation ` +
            '`kustomize.toolkit.fluxcd.io/ssa: IfNotPresent` in Git keeps it off the whole object.',
    },
    'flux-helm-release': {
        tool: 'Flux',
        unit: 'HelmRelease',
        advice: 'What this step sets may be put back at the next upgrade, and with `driftDetection` at the next reconciliation. ' +
            `Change the image in the values and ${follow}, or take the image out of it: ` +
            `\`spec.driftDetection.ignore\` of the HelmRelease with the path ${advice_image}.`,
    },
    helm: {
        tool: 'Helm',
        unit: 'release',
        advice: 'What this step sets may be put back at the next `helm upgrade`. ' +
            `Set the image through the values and ${follow}, or leave it to this step alone.`,
    },
    'kubectl-apply': {
        tool: '`kubectl apply`',
        advice: 'What this step sets is put back when the manifest is applied again. ' +
            `Change the image in the manifest and ${follow}, or do not apply it again.`,
    },
};
/** The owner in words, such as `Argo CD (Application shop)`. Pure, not escaped. */
function describeOwner({ tool, name, namespace }) {
    const { tool: title, unit } = words[tool];
    if (unit === undefined || name === undefined)
        return title;
    return `${title} (${unit} ${namespace === undefined ? name : `${namespace}/${name}`})`;
}
/** True for the tools that put an object back by themselves, without anybody running them. */
function putsBackAlone({ tool }) {
    return tool === 'argo-cd' || tool === 'flux-kustomization' || tool === 'flux-helm-release';
}
/** What becomes of an image that is set on an object of this owner, and what to do. Pure, not escaped. */
function adviceFor(owner) {
    return `${describeOwner(owner)} keeps this object in step. ${words[owner.tool].advice}`;
}

// EXTERNAL MODULE: ./build/ownership/describe-change.js
var describe_change = __nccwpck_require__(138);
;// CONCATENATED MODULE: ./build/intent.js
/** What an operation sends by itself, whatever the policies say. */
const ownRequests = {
    deploy: ['deploy', 'retry', 'resume', 'restore'],
    follow: [],
    status: [],
    promote: ['promote', 'resume'],
    'promote-full': ['promote-full', 'resume'],
    abort: ['abort', 'restore', 'resume'],
    retry: ['retry'],
    rollback: ['restore', 'resume'],
    restart: ['restart'],
    pause: ['pause'],
    resume: ['resume'],
};
/** Operations that end without following a release: no policy ever acts in them. */
const intent_actOnce = new Set(['status', 'abort', 'pause', 'resume']);
/** What a plan cannot do without reading, beside the target itself. */
function readingsOf({ operation }) {
    return operation === 'rollback' ? ['revisions'] : [];
}
/** Whether an operation follows a release, so that the policies may come to act in it. */
function isFollowing(operation) {
    return !intent_actOnce.has(operation);
}
/** The requests that a plan may come to send; what is not among them need not be allowed. */
function requestsOf(intent) {
    const { operation, onPause, onFailure, onInconclusive, onTimeout, onCancel, rollbackSteps } = intent;
    const own = ownRequests[operation];
    if (!isFollowing(operation))
        return own;
    const policies = new Set([onFailure, onInconclusive, onTimeout, onCancel]);
    // The controller drops an abort on top of a full promotion.
    const isBackByTemplate = onCancel === 'abort' || (operation === 'promote-full' && policies.has('abort'));
    return [
        ...new Set([
            ...own,
            ...(operation === 'rollback' && !rollbackSteps ? ['promote-full'] : []),
            ...(onPause === 'promote' ? ['promote'] : []),
            ...(policies.has('abort') ? ['abort', 'resume'] : []),
            ...(policies.has('rollback') || isBackByTemplate ? ['restore', 'resume'] : []),
            ...(policies.has('pause') ? ['pause'] : []),
        ]),
    ];
}
/**
 * For how long a step may wait, in milliseconds. No bound: progress begins `timeout` anew, and timed pauses and analyses
 * do not count, but nobody knows them before the first request.
 */
function longestWait({ operation, onPause, timeout, pauseTimeout, }) {
    if (operation === 'status')
        return 0;
    if (!isFollowing(operation))
        return timeout;
    return onPause === 'wait' ? timeout + pauseTimeout : timeout;
}

// EXTERNAL MODULE: ./build/support/duration.js
var support_duration = __nccwpck_require__(2806);
;// CONCATENATED MODULE: ./build/decide/behind.js
/**
 * How long the controller may be behind the spec before people are told: 30 s. It takes milliseconds when it runs, and
 * half of this when another replica of it has to become the leader.
 */
const patience = 30_000;
/** What people are told when nobody seems to act on the spec. */
const controllerAdvice = 'Is it running? See: kubectl get pods -A -l app.kubernetes.io/name=argo-rollouts';
/** Whether the controller has been behind the spec for so long that people are told. Pure. */
function isBehind({ behindSince, now }) {
    return behindSince !== undefined && now >= behindSince + patience;
}
/** Wakes a wait when it is time to tell that the controller is behind. Pure. */
function withReminder(facts, decision) {
    const { behindSince } = facts;
    if (decision.do !== 'wait' || behindSince === undefined || isBehind(facts))
        return decision;
    const at = behindSince + patience;
    return { do: 'wait', until: Math.min(at, decision.until ?? at) };
}

;// CONCATENATED MODULE: ./build/decide/decision.js







/** A decision to end the run. */
function finish(ended, reason, message) {
    return { do: 'finish', ended, reason, message };
}
/** A decision to send a request that carries nothing but its guard. */
function request(name, reason, because = 'requested') {
    return { do: 'request', request: name, reason, because, images: [] };
}
/** A decision to write the template of a revision back. */
function restore(revision, reason, because) {
    return { do: 'request', request: 'restore', reason, because, images: [], revision };
}
/** Another candidate took over: no policy acts on somebody else's release. */
function superseded(observation) {
    const { template, guard, owner } = observation;
    const kept = owner !== undefined && putsBackAlone(owner) ? ` ${adviceFor(owner)}` : '';
    return finish('superseded', 'by-somebody', `Another candidate took over: ${(0,format/* formatImages */.Go)(template)} (${guard.hash}). ${whoChanged(observation)} It was left alone.${kept}`);
}
/** Who changed the template last, and when, as a sentence. */
function whoChanged({ changed, note }) {
    return `The pod template was ${(0,describe_change/* describeChange */.u)(changed, note)}.`;
}
/** Waits for progress, and when there is none in time, decides by `then`, or ends the run as the target is. */
function awaitProgress(plan, { movedAt, now }, observation, then) {
    const until = movedAt + plan.timeout;
    if (now < until)
        return { do: 'wait', until };
    const what = observation.current
        ? `There was no progress in ${(0,support_duration/* formatDuration */.a3)(plan.timeout)} (${(0,format/* formatPhase */.Z0)(observation)}${atStep(observation)}).`
        : `The controller did not observe the newest spec in ${(0,support_duration/* formatDuration */.a3)(plan.timeout)}. ${controllerAdvice}`;
    return then?.(what) ?? finish(asLeft(observation), 'timed-out', `${what} The target was left as it is.`);
}
/** Where the release stands: a step may wait for what no phase tells, such as a plugin that the controller lacks. */
function atStep({ step, steps }) {
    const name = step && steps[step.index];
    return name === undefined ? '' : `; step ${String(step?.index)} of ${String(step?.of)}: ${name}`;
}
/** The server refused a write on this very observation: only a newer one can tell what to do. */
function isOutdated({ fruitless }, observation) {
    return fruitless?.how === 'refused' && observation.version <= fruitless.version;
}
/**
 * Where an abort has to go. In a first creation the controller calls the only revision stable while none of its pods
 * exists, and drops an abort without a word.
 */
function wayBack({ stable, guard }) {
    return stable?.hash === guard.hash ? undefined : stable;
}
/**
 * Takes a release back by an abort, or by the stable template. The controller drops an abort on top of a full promotion,
 * so the template is written there. Undefined where there is nothing to go back to.
 */
function goBack(plan, by, observation, reason, because) {
    const stable = wayBack(observation);
    if (stable === undefined)
        return undefined;
    const isDropped = observation.promotingFull && requestsOf(plan).includes('restore');
    return by === 'abort' && !isDropped
        ? request('abort', reason, because)
        : restore(stable.hash, reason, because);
}
/** What the policy says of a release that went wrong: `what` tells people, `because` becomes the reason of the end. */
function applyPolicy(plan, policy, observation, what, because) {
    const left = (why) => finish(asLeft(observation), because, `${what} ${why}`);
    if (policy === 'stop')
        return left('The target was left as it is.');
    return (goBack(plan, policy, observation, what, because) ?? left('There is no other revision to go back to.'));
}

;// CONCATENATED MODULE: ./build/images.js
/**
 * Finds the containers that the `image` input means. `*` is every container, as in
 * `kubectl argo rollouts set image`; a bare image is for a pod with one container. Init containers are
 * changed only by name. Pure.
 */
function resolveImages(wanted, template) {
    const containers = template.filter(({ init }) => !init);
    const known = template.map(({ container, init }) => (init ? `${container} (init)` : container)).join(', ');
    const images = [];
    for (const { container, image } of wanted) {
        if (container === undefined && containers.length !== 1) {
            return {
                kind: 'problem',
                what: `image: "${image}" names no container, and the pod template has ${String(containers.length)}: ${known}.`,
                next: `Write one line for each container to change, such as ${containers[0]?.container ?? 'app'}=${image}.`,
            };
        }
        const meant = container === undefined || container === '*' ? containers : named(container, template);
        if (meant.length === 0) {
            return {
                kind: 'problem',
                what: `image: there is no container "${container ?? ''}" in the pod template; it has: ${known}.`,
                next: 'Correct the name before the "=".',
            };
        }
        images.push(...meant.map((one) => ({ ...one, image })));
    }
    return { kind: 'images', images };
}
function named(name, template) {
    return template.filter(({ container }) => container === name);
}
/** Whether the spec of the target asks for the images of the plan already; true where the plan names none. */
function hasImages({ images: wanted }, { template }) {
    const resolved = resolveImages(wanted, template);
    if (resolved.kind === 'problem')
        return false;
    return resolved.images.every(({ container, init, image }) => template.some((is) => is.container === container && is.init === init && is.image === image));
}

;// CONCATENATED MODULE: ./build/decide/expect.js



/**
 * Refuses a target that is not what the person meant. By `state`, it must not have moved at all since they
 * looked; by `candidate`, it must still be the same revision.
 */
function refuseUnexpected(plan, found, by) {
    return refuseState(plan, found, by) ?? refuseImages(plan, found);
}
function refuseState({ expect }, found, by) {
    if (expect?.kind !== 'state')
        return undefined;
    const state = (0,format/* formatState */.lN)(found.guard);
    if (by === 'state' ? expect.state === state : expect.hash === found.guard.hash)
        return undefined;
    const given = `expect: "${expect.state}" was given`;
    const is = `the target is at "${state}": ${(0,format/* formatImages */.Go)(found.template)}, ${(0,format/* formatPhase */.Z0)(found)}`;
    return refuse(found, `${given}, and ${is}.`, 'Look at it again; if this is what you mean, use that state.');
}
function refuseImages(plan, found) {
    if (hasImages(plan, found))
        return undefined;
    const wanted = plan.images.map(({ container, image }) => container === undefined ? image : `${container}=${image}`);
    const given = `image: "${wanted.join(' ')}" was given`;
    return refuse(found, `${given}, and the candidate is ${(0,format/* formatImages */.Go)(found.template)}.`, '');
}
function refuse(found, what, next) {
    const message = [what, whoChanged(found), 'Nothing was sent.', next]
        .filter((part) => part !== '')
        .join(' ');
    return finish('refused', 'does-not-fit', message);
}
/**
 * Whether this very step did its work in an earlier attempt of its run, on the candidate that is there: "Re-run jobs"
 * sends it again, and the gate that it was meant for is behind it.
 */
function isRepeated({ operation, run }, { note, guard }) {
    if (run === undefined || note === undefined)
        return false;
    const same = note.operation === operation && note.step === run.step && note.attempt < run.attempt;
    return same && note.subject.split('.')[0] === guard.hash;
}

// EXTERNAL MODULE: ./build/holds.js
var holds = __nccwpck_require__(202);
;// CONCATENATED MODULE: ./build/decide/pause-policy.js



/**
 * What to do with a release that stands at one or more pauses. Of several the one that must not be passed
 * decides: judgment, then a person's hold, then the gate.
 */
const decidePause = (plan, facts, observation) => {
    const order = ['inconclusive', 'manual', 'gate', 'timed'];
    const kind = order.find((one) => observation.pauses.some((pause) => pause.kind === one)) ?? 'timed';
    return byPause[kind](plan, facts, observation);
};
const byPause = {
    inconclusive: (plan, facts, observation) => {
        const again = facts.effected.some(({ on }) => isInconclusive(on))
            ? ' It was started again, and is inconclusive again.'
            : '';
        const what = `An analysis was inconclusive; a person has to judge it.${again}`;
        return plan.onInconclusive === 'stop'
            ? finish('paused', 'inconclusive', `${what} ${waysOn(observation)}`)
            : applyPolicy(plan, plan.onInconclusive, observation, what, 'inconclusive');
    },
    manual: (plan, facts, observation) => plan.onPause === 'stop'
        ? finish('paused', 'held-by-person', 'Somebody holds the target (spec.paused): nothing moves until they resume it.')
        : awaitSomebody(plan, facts, observation),
    gate: decideGate,
    timed: awaitController,
};
/** What a person can do about an inconclusive analysis, and what comes of it. */
function waysOn({ pauses, guard }) {
    const skips = pauses.every(({ kind, skips: skipped }) => kind !== 'inconclusive' || skipped === true);
    const gate = pauses.some(({ kind }) => kind === 'gate') ? 'passes the gate as well, and ' : '';
    const comes = skips ? 'which passes its step' : `which ${gate}has it measured again`;
    return `To go on: operation: promote with expect: ${(0,format/* formatState */.lN)(guard)}, ${comes}; to go back: operation: abort.`;
}
/** Whether an analysis that was no verdict holds the release. */
function isInconclusive({ pauses }) {
    return pauses.some(({ kind }) => kind === 'inconclusive');
}
function decideGate(plan, facts, observation) {
    const { step, unproven } = observation;
    // The gate of a blueGreen stands before its analysis has ended.
    if (observation.measuring)
        return { do: 'wait' };
    const at = step === undefined ? '' : ` at step ${String(step.index)} of ${String(step.of)}`;
    const back = `to go back: operation: abort`;
    if (unproven !== undefined && plan.onPause !== 'wait') {
        const anew = `${capital(back)}; a deploy of the image after that analyses it anew.`;
        return finish('paused', 'inconclusive', `The release is paused${at}. ${unproven} ${anew}`);
    }
    switch (plan.onPause) {
        case 'stop': {
            const on = `operation: promote with expect: ${(0,format/* formatState */.lN)(observation.guard)}`;
            return finish('paused', 'gate', `The release is paused${at}. To go on: ${on}; ${back}.`);
        }
        case 'promote': {
            const typed = plan.operation === 'promote' ? 'operation' : 'on-pause';
            return request('promote', `the gate${at} (${typed}: promote)`);
        }
        case 'wait':
            return awaitSomebody(plan, facts, observation);
    }
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function awaitSomebody(plan, facts, observation) {
    const until = (facts.pausedSince ?? facts.now) + plan.pauseTimeout;
    if (facts.now < until)
        return { do: 'wait', until };
    const what = `Nobody passed the pause in ${(0,support_duration/* formatDuration */.a3)(plan.pauseTimeout)}.`;
    return applyPolicy(plan, plan.onTimeout, observation, what, 'timed-out');
}
/** A timed pause is the controller's to end, and never shortened; but it has to end it. */
function awaitController(plan, facts, observation) {
    const timed = observation.pauses.find(({ kind }) => kind === 'timed');
    // A length that this action cannot read is the controller's secret.
    if (timed?.until === undefined || timed.since === undefined)
        return { do: 'wait' };
    const duration = timed.until - Date.parse(timed.since);
    const until = (facts.pausedSince ?? facts.now) + duration + plan.timeout;
    if (facts.now < until)
        return { do: 'wait', until };
    const late = (0,support_duration/* formatDuration */.a3)(plan.timeout);
    const what = `The controller has not ended a timed pause ${late} after its time.`;
    return applyPolicy(plan, plan.onTimeout, observation, what, 'timed-out');
}

;// CONCATENATED MODULE: ./build/decide/release.js





/** How long a spec may be invalid before the run ends: a Service that is applied beside it mends it in seconds. */
const invalidGrace = 60_000;
/** How long no pod at all may be ready before a reason that waiting does not mend ends the release. */
const startGrace = 60_000;
/**
 * What to do with a release that is under way, by its phase and the policies.
 *
 * A Degraded phase without an abort is no end: ProgressDeadlineExceeded goes away by itself as soon as pods
 * become ready (https://github.com/argoproj/argo-rollouts/issues/1225).
 */
const decideRelease = (plan, facts, observation) => {
    if (isSuperseded(plan, facts, observation))
        return superseded(observation);
    if (observation.invalid)
        return decideInvalid(plan, facts, observation);
    if (!observation.current)
        return awaitProgress(plan, facts, observation);
    if (observation.aborted !== undefined)
        return decideAborted(plan, facts, observation);
    // Somebody's abort is on its way, or is being taken back: nothing is asked on top of it.
    if (observation.aborting)
        return awaitProgress(plan, facts, observation);
    if (observation.settled === 'healthy')
        return decideHealthy(plan, facts);
    if (facts.fruitless?.name === 'abort' && facts.fruitless.how === 'ignored') {
        return finish(asLeft(observation), 'ignored', 'The controller dropped our abort without acting on it.');
    }
    if (facts.effected.at(-1)?.name === 'abort')
        return awaitProgress(plan, facts, observation);
    if (isHeldBack(facts, observation))
        return request('resume', 'what is gone back to is not held');
    const full = decideFull(plan, facts, observation);
    if (full !== undefined)
        return full;
    if (observation.pauses.length > 0 && !isBeingPassed(observation))
        return decidePause(plan, facts, observation);
    if (observation.measuring)
        return { do: 'wait' };
    return decideMoving(plan, facts, observation);
};
/** A full promotion was asked for, and the controller has not yet taken the pause away that it passes. */
function isBeingPassed({ promotingFull, pauses }) {
    return promotingFull && pauses.every(({ kind }) => kind === 'gate' || kind === 'timed');
}
/** The template of another revision that this run wrote back, and why; undefined while it has not. */
function restored({ effected }) {
    const at = effected.findLastIndex(({ name }) => name === 'restore');
    return effected.slice(at).some(({ name }) => name === 'deploy') ? undefined : effected[at];
}
/** A template in a workload is written without the hold of the Rollout, which would keep it from being followed. */
function isHeldBack(facts, observation) {
    const resumed = facts.effected.at(-1)?.name === 'resume';
    return (restored(facts) !== undefined && observation.workload !== undefined && (0,holds/* isHeld */.i)(observation) && !resumed);
}
function isSuperseded(plan, facts, observation) {
    if (facts.ours === undefined)
        return false;
    // The images of the plan are those of the release; what it went back to has others.
    const wants = plan.images.length > 0 && restored(facts) === undefined;
    if (wants && !hasImages(plan, observation))
        return true;
    return observation.current && !observation.invalid && observation.guard.hash !== facts.ours;
}
function decideInvalid(plan, { invalidSince, now }, observation) {
    const until = (invalidSince ?? now) + Math.min(invalidGrace, plan.timeout);
    if (now < until)
        return { do: 'wait', until };
    const why = 'The controller does nothing until that is mended; a request sent now would act later, so none was sent.';
    return finish('degraded', 'invalid-spec', `${observation.message}. ${why}`);
}
function decideHealthy(plan, facts) {
    const back = restored(facts);
    if (back !== undefined) {
        const has = back.because === 'requested'
            ? 'It has all the traffic.'
            : 'The stable revision has all the traffic again.';
        return finish('rolled-back', back.because, `${back.reason} ${has}`);
    }
    const passed = facts.effected.some(({ name }) => name === 'promote' || name === 'promote-full');
    const alone = plan.operation === 'promote' && !passed;
    const note = alone ? ' It came to no gate on the way, so nothing had to be promoted.' : '';
    return finish('healthy', 'completed', `The release is complete.${note}`);
}
/**
 * Under `spec.paused` the controller aborts, and leaves the canary's pods, with their share of the traffic, where they
 * are. So the hold is lifted after an abort that was asked for; before it the release would go on.
 */
function liftHold(facts, observation) {
    const { current, settled, aborted } = observation;
    const resumed = facts.effected.at(-1)?.name === 'resume';
    const standsAborted = current && aborted !== undefined && settled === undefined;
    if (!standsAborted || !(0,holds/* isHeld */.i)(observation) || resumed)
        return undefined;
    return request('resume', 'under the hold (spec.paused) the pods of what was aborted would stay');
}
function decideAborted(plan, facts, observation) {
    const ours = facts.effected.findLast(({ name }) => name === 'abort');
    if (observation.settled !== 'aborted') {
        const lifted = ours === undefined ? undefined : liftHold(facts, observation);
        return lifted ?? awaitProgress(plan, facts, observation);
    }
    const back = 'Traffic is back on the stable revision.';
    if (ours !== undefined)
        return finish('aborted', ours.because, `${ours.reason} The release was aborted. ${back}`);
    const { by, cause } = observation.aborted ?? { by: 'person', cause: '' };
    if (by === 'person')
        return finish('aborted', 'by-somebody', `Somebody aborted the release. ${back}`);
    const what = `The controller aborted the release: ${cause}.`;
    const { stable } = observation;
    return plan.onFailure === 'rollback' && stable !== undefined && restored(facts) === undefined
        ? restore(stable.hash, what, 'by-controller')
        : finish('aborted', 'by-controller', `${what} ${back}`);
}
/** Pods are being made or replaced: this is the time that `timeout` counts. */
function decideMoving(plan, facts, observation) {
    const doomed = cannotStart(plan, facts, observation);
    if (doomed !== undefined)
        return applyPolicy(plan, plan.onFailure, observation, doomed, 'cannot-start');
    const decision = awaitProgress(plan, facts, observation, (what) => applyPolicy(plan, plan.onTimeout, observation, `${what}${diagnosed(facts, observation)}`, 'timed-out'));
    const grace = facts.movedAt + startGrace;
    return decision.do === 'wait' && facts.now < grace
        ? { do: 'wait', until: Math.min(grace, decision.until ?? grace) }
        : decision;
}
/** What was rolled back to has been through the steps before: it skips them unless they were asked for. */
function decideFull(plan, facts, observation) {
    const back = restored(facts);
    const isNew = observation.stable !== undefined && observation.stable.hash !== observation.guard.hash;
    const asked = facts.effected.at(-1)?.name === 'promote-full' || observation.promotingFull;
    if (back === undefined || !isNew || asked || plan.rollbackSteps)
        return undefined;
    return request('promote-full', 'what is rolled back to skips the steps', back.because);
}
function cannotStart({ failFast }, facts, observation) {
    const { pods, now, movedAt } = facts;
    if (!failFast || pods?.hash !== observation.guard.hash || pods.at < movedAt)
        return undefined;
    // One bad node, or one slow pod among bad ones, is no verdict on the release.
    const final = pods.diagnoses.find((diagnosis) => diagnosis.final && diagnosis.pods.ready === 0 && diagnosis.pods.affected >= diagnosis.pods.total);
    if (final === undefined || now < movedAt + startGrace)
        return undefined;
    return `The pods cannot start, and waiting will not mend it: ${final.problem}. ${final.advice}`;
}
function diagnosed({ pods }, { guard }) {
    const [first] = pods?.hash === guard.hash ? (pods?.diagnoses ?? []) : [];
    return first === undefined ? '' : ` ${first.problem}.`;
}

;// CONCATENATED MODULE: ./build/decide/abort.js



const back = 'Traffic is back on the stable revision.';
/** Aborts the candidate that is there, and waits until the controller has moved traffic back. */
const decideAbort = (plan, facts, observation) => {
    const { found, ours, effected, fruitless } = facts;
    if (found === undefined)
        return awaitProgress(plan, facts, observation);
    const unexpected = refuseUnexpected(plan, found, 'candidate');
    if (unexpected !== undefined)
        return unexpected;
    if (ours === undefined) {
        return observation.invalid ? refuseInvalid(observation) : awaitProgress(plan, facts, observation);
    }
    if (observation.current && observation.guard.hash !== ours)
        return superseded(observation);
    const template = restored(facts);
    if (template !== undefined) {
        return observation.settled === 'healthy'
            ? finish('aborted', 'requested', `${template.reason} ${back}`)
            : awaitProgress(plan, facts, observation);
    }
    if (observation.settled === 'aborted') {
        return finish('aborted', 'requested', `The release was aborted. ${back}`);
    }
    const lifted = liftHold(facts, observation);
    if (lifted !== undefined)
        return lifted;
    const underWay = observation.aborting || effected.length > 0 || !observation.current;
    if (underWay)
        return awaitProgress(plan, facts, observation);
    if (observation.invalid)
        return refuseInvalid(observation);
    const stable = wayBack(observation);
    if (stable === undefined) {
        const why = 'the revision that is there is the only one, or is promoted already';
        return finish('refused', 'nothing-to-do', `There is no release to abort: ${why}. To go back: operation: rollback.`);
    }
    const dropped = fruitless?.name === 'abort' && fruitless.how === 'ignored';
    if (observation.promotingFull || dropped) {
        const why = 'The controller drops an abort after a full promotion, so the stable template was put back.';
        return restore(stable.hash, why, 'requested');
    }
    return request('abort', 'operation: abort');
};
function refuseInvalid({ message }) {
    const why = 'An abort sent now would act only when that is mended, on whatever is there then.';
    return finish('refused', 'invalid-spec', `${message}. ${why}`);
}

;// CONCATENATED MODULE: ./build/decide/cancel.js




/**
 * How long a cancelled run waits for what it still asked for: a runner sends SIGTERM 7.5 s after SIGINT, and the post
 * step goes on from here (https://docs.github.com/en/actions/reference/workflow-cancellation-reference).
 */
const cancel_patience = 4_000;
/** What a cancelled run does: the one request of `on-cancel`, at once, and then it ends. */
function decideCancelled(plan, facts, stopped) {
    const { observation, request: open, now } = facts;
    const cancelled = `The run was cancelled (${stopped.signal})`;
    if (observation === undefined) {
        return finish('unknown', 'cancelled', `${cancelled} before anything was read.`);
    }
    const until = stopped.at + cancel_patience;
    const acts = plan.onCancel !== 'stop' && !plan.dryRun && isFollowing(plan.operation);
    const mayAct = acts && isOurs(facts, observation);
    const last = facts.effected.at(-1);
    const asked = last?.because === 'cancelled';
    // The target may show the effect before the server's answer is here.
    const asking = open?.because === 'cancelled';
    const over = asked ? isDone(last.name, observation) : !asking && !mayAct;
    if (over || now >= until)
        return leave(facts, observation, cancelled, asked ? ` on-cancel: ${plan.onCancel}.` : '');
    const ready = open === undefined &&
        !asked &&
        facts.lost === undefined &&
        facts.allowed &&
        !isOutdated(facts, observation);
    if (!ready || !observation.current || observation.invalid)
        return { do: 'wait', until };
    return byPolicy(plan, observation) ?? leave(facts, observation, cancelled, '');
}
/** Only what this run has begun, and what is not over: another's release is never touched. */
function isOurs({ ours, request }, { guard, settled, aborted }) {
    if (request?.name === 'deploy')
        return true;
    return ours !== undefined && guard.hash === ours && settled === undefined && aborted === undefined;
}
function isDone(name, { settled }) {
    return name === 'pause' || settled !== undefined;
}
function byPolicy(plan, observation) {
    const { onCancel } = plan;
    const reason = `on-cancel: ${onCancel}`;
    if (onCancel === 'stop')
        return undefined;
    if (onCancel !== 'pause')
        return goBack(plan, onCancel, observation, reason, 'cancelled');
    return (0,holds/* isHeld */.i)(observation) ? undefined : request('pause', reason, 'cancelled');
}
function leave(facts, observation, cancelled, did) {
    const { request, effected } = facts;
    const last = effected.at(-1);
    const wentBack = last?.name === 'restore' && last.because === 'cancelled' && observation.settled === 'healthy';
    const left = wentBack ? 'rolled-back' : asLeft(observation);
    const open = request === undefined ? '' : ` A ${request.name} was on its way and may still take effect.`;
    return finish(left, 'cancelled', `${cancelled}; the target was left ${left}.${did}${open}`);
}

;// CONCATENATED MODULE: ./build/decide/busy.js



/** What a deploy does about another release that is going on; undefined when there is none, or it may be superseded. */
function decideBusy(plan, facts, observation) {
    const { aborted, aborting, settled } = observation;
    const busy = wayBack(observation) !== undefined && aborted === undefined && settled === undefined;
    // Nothing is asked on top of an abort that is on its way.
    if (aborting && aborted === undefined)
        return awaitProgress(plan, facts, observation);
    if (!busy || plan.onBusy === 'supersede')
        return undefined;
    const other = `${(0,format/* formatImages */.Go)(observation.template)} (${(0,format/* formatPhase */.Z0)(observation)})`;
    const what = `Another release is going on: ${other}. ${whoChanged(observation)}`;
    const refuse = (why) => finish('refused', 'busy', `${what} ${why} Nothing was changed. To replace it: on-busy: supersede.`);
    if (plan.onBusy === 'fail')
        return refuse('on-busy is fail.');
    if (observation.pauses.length === 0) {
        // As everywhere, an analysis does not count.
        return observation.measuring ? { do: 'wait' } : awaitProgress(plan, facts, observation, refuse);
    }
    const until = (facts.pausedSince ?? facts.now) + plan.pauseTimeout;
    if (facts.now < until)
        return { do: 'wait', until };
    return refuse(`It was still paused after ${(0,support_duration/* formatDuration */.a3)(plan.pauseTimeout)}.`);
}

;// CONCATENATED MODULE: ./build/decide/skipped.js


/**
 * Inside `spec.rollbackWindow` the controller takes a template that is older than the stable one for a rollback, and skips
 * all its steps and analyses: also one that was aborted, and has never passed them.
 */
function refuseSkipped(images, { revisions }, { template }) {
    if (revisions === undefined)
        return { do: 'read', what: 'revisions' };
    const wanted = (0,format/* formatImages */.Go)(template.map((is) => images.find((one) => isSameContainer(one, is)) ?? is));
    const stable = revisions.find((revision) => revision.stable);
    const rejected = revisions.find((revision) => revision.knownAborted && (0,format/* formatImages */.Go)(revision.images) === wanted && isOlder(revision, stable));
    if (rejected === undefined)
        return undefined;
    const what = `${wanted} was aborted before (revision ${String(rejected.number)}), and is older than what users have.`;
    const why = 'With spec.rollbackWindow the controller would ship it without any step or analysis. Nothing was changed.';
    const next = `To try it again: build it anew, or delete its ReplicaSet (hash ${rejected.hash}) first.`;
    return finish('refused', 'does-not-fit', `${what} ${why} ${next}`);
}
function isSameContainer(one, other) {
    return one.container === other.container && one.init === other.init;
}
function isOlder({ created }, stable) {
    return stable !== undefined && Date.parse(created) <= Date.parse(stable.created);
}

;// CONCATENATED MODULE: ./build/decide/deploy.js







/** Sets the image once, starts an aborted one again, and then follows; an image that is there already is no work. */
const decideDeploy = (plan, facts, observation) => {
    const { fruitless, found, ours, effected } = facts;
    if (fruitless?.name === 'deploy' && fruitless.how === 'moved')
        return superseded(observation);
    if (!observation.current || observation.invalid)
        return decideRelease(plan, facts, observation);
    const viaStable = restored(facts)?.because === 'requested';
    if (viaStable && observation.guard.hash === ours) {
        return observation.settled === 'healthy'
            ? setImage(plan.images, facts, observation)
            : awaitProgress(plan, facts, observation);
    }
    if (ours === undefined)
        return decideBusy(plan, facts, observation) ?? setImage(plan.images, facts, observation);
    const resumed = effected.some(({ name }) => name === 'resume');
    const stillHeld = found !== undefined && (0,holds/* isHeldByUs */.P)(found) && (0,holds/* isHeldByUs */.P)(observation);
    // Where the template is in a workload, the write of a new image cannot lift the hold.
    if (stillHeld && !resumed && observation.guard.hash === ours) {
        return request('resume', 'a cancelled run of this action holds the release');
    }
    const asFound = found?.guard.hash === ours && observation.guard.hash === ours;
    const begun = effected.some(({ name }) => name !== 'resume');
    if (begun || !asFound)
        return decideRelease(plan, facts, observation);
    if (found.aborted !== undefined && observation.aborted !== undefined)
        return startAgain(observation);
    if (found.settled === 'healthy' && observation.settled === 'healthy') {
        const is = `${(0,format/* formatImages */.Go)(observation.template)} is there already and Healthy.`;
        const advice = 'If a mutable tag was pushed again, deploy it by digest, or use operation: restart: in a name Kubernetes sees no change.';
        return finish('unchanged', 'nothing-to-do', `${is} ${advice}`);
    }
    return decideRelease(plan, facts, observation);
};
function setImage(images, facts, observation) {
    const resolved = resolveImages(images, observation.template);
    if (resolved.kind === 'problem') {
        return finish('refused', 'bad-input', `${resolved.what} ${resolved.next} Nothing was changed.`);
    }
    const unsafe = observation.rollbackWindow ? refuseSkipped(resolved.images, facts, observation) : undefined;
    if (unsafe !== undefined)
        return unsafe;
    const reason = `set ${(0,format/* formatImages */.Go)(resolved.images)}`;
    return { do: 'request', request: 'deploy', reason, because: 'requested', images: resolved.images };
}
/** An aborted candidate is begun anew with all its analyses; where a retry would skip one, by way of the stable template. */
function startAgain({ untested, stable }) {
    return untested === undefined || stable === undefined
        ? request('retry', 'this image was aborted before: it starts again at step 0')
        : restore(stable.hash, `this image was aborted before, and ${untested}`, 'requested');
}

;// CONCATENATED MODULE: ./build/decide/diagnose.js
/** How long pods may take before somebody looks why: 3 s. */
const first = 3_000;
/** How long a look serves while nothing moves: 10 s. */
const again = 10_000;
/** Looks at the pods of a release that does not move, beside whatever it waits for. Pure. */
function withDiagnosis(facts, observation, decision) {
    if (decision.do !== 'wait' || !isStuck(observation) || facts.reading !== undefined)
        return decision;
    const { pods, movedAt, now } = facts;
    const looked = pods?.hash === observation.guard.hash && pods.at >= movedAt ? pods.at : undefined;
    const at = looked === undefined ? movedAt + first : looked + again;
    if (now >= at)
        return { do: 'read', what: 'pods' };
    return { do: 'wait', until: Math.min(at, decision.until ?? at) };
}
/** Pods of the candidate are missing or not ready, and nobody but they hold the release up. */
function isStuck({ current, invalid, aborting, pauses, measuring, settled, guard }) {
    const standing = pauses.length > 0 || measuring || settled !== undefined;
    return current && !invalid && !aborting && !standing && guard.hash !== '';
}

;// CONCATENATED MODULE: ./build/decide/follow.js




/** Follows what is going on; with an image, waits first until the spec has it, as after a GitOps sync. */
const decideFollow = (plan, facts, observation) => {
    if (facts.ours !== undefined) {
        const isOurs = observation.current && observation.guard.hash === facts.ours;
        const unexpected = isOurs ? refuseUnexpected(plan, observation, 'candidate') : undefined;
        return unexpected ?? decideRelease(plan, facts, observation);
    }
    if (observation.invalid)
        return decideRelease(plan, facts, observation);
    const resolved = resolveImages(plan.images, observation.template);
    if (observation.current && resolved.kind === 'problem') {
        return finish('refused', 'bad-input', `${resolved.what} ${resolved.next}`);
    }
    return awaitProgress(plan, facts, observation);
};

;// CONCATENATED MODULE: ./build/decide/hold.js




/** Holds the target by `spec.paused` until somebody resumes it; what is held already stays so. */
const decidePauseOperation = (plan, facts, observation) => {
    const { found, effected } = facts;
    if (found === undefined)
        return awaitProgress(plan, facts, observation);
    const unexpected = refuseUnexpected(plan, found, 'candidate');
    if (unexpected !== undefined)
        return unexpected;
    if ((0,holds/* isHeld */.i)(observation)) {
        if (!observation.current || observation.phase === 'Progressing')
            return awaitProgress(plan, facts, observation);
        const by = effected.length > 0 ? 'The target is held' : 'The target was held already';
        return finish('paused', 'requested', `${by} (spec.paused). To go on: operation: resume.`);
    }
    if (!observation.current || effected.length > 0)
        return awaitProgress(plan, facts, observation);
    return request('pause', 'operation: pause');
};
/** Lifts `spec.paused`; what is not held has nothing to be lifted. */
const decideResume = (plan, facts, observation) => {
    const { found, effected } = facts;
    if (found === undefined)
        return awaitProgress(plan, facts, observation);
    const unexpected = refuseUnexpected(plan, found, 'candidate');
    if (unexpected !== undefined)
        return unexpected;
    const resumed = effected.some(({ name }) => name === 'resume');
    if ((0,holds/* isHeld */.i)(observation) && !resumed) {
        return observation.current
            ? request('resume', 'operation: resume')
            : awaitProgress(plan, facts, observation);
    }
    if (!resumed)
        return finish('unchanged', 'nothing-to-do', 'The target is not held (spec.paused).');
    if (!observation.current)
        return awaitProgress(plan, facts, observation);
    return finish(asLeft(observation), 'requested', 'The target is not held any more.');
};

;// CONCATENATED MODULE: ./build/decide/leftover.js





/**
 * What a post step finds that leaves its operation without an object; undefined when it is to go on with that. The
 * release may have ended, or gone to somebody else, since the main step saw it last: none of that is a failure.
 */
function decideLeftover(plan, facts, observation) {
    const { found, effected, request, startedAt, now } = facts;
    if (!plan.cancelled || plan.operation === 'status')
        return undefined;
    if (now >= startedAt + plan.timeout) {
        const what = `It was not seen to its end in ${(0,support_duration/* formatDuration */.a3)(plan.timeout)}, and a post step may not wait longer.`;
        return finish(asLeft(observation), 'timed-out', what);
    }
    if (found === undefined || effected.length > 0 || request !== undefined)
        return undefined;
    if (!leftover_isOurs(plan, found))
        return decideGone(plan, facts, observation);
    const nothing = (why) => finish(asLeft(observation), 'nothing-to-do', `${why} Nothing was sent.`);
    if (observation.settled === 'healthy')
        return nothing('The release was complete before anything could be done.');
    const over = plan.operation !== 'abort' && observation.settled === 'aborted';
    if (over)
        return nothing('The release was aborted before.');
    // Under a hold the controller leaves the pods of what is aborted, and their share of the traffic, where they are.
    if (plan.operation === 'pause' && observation.aborting)
        return awaitProgress(plan, facts, observation);
    const stuck = plan.operation !== 'pause' && wayBack(observation) === undefined && observation.current;
    return stuck ? nothing('There is no other revision to go back to.') : undefined;
}
function leftover_isOurs(plan, found) {
    const { expect } = plan;
    return expect?.kind === 'state' ? found.guard.hash === expect.hash : hasImages(plan, found);
}
/** Gone back to the stable revision, as the main step may have asked; or there is a candidate of somebody else. */
function decideGone(plan, facts, observation) {
    const { stable, guard, settled } = observation;
    if (stable?.hash !== guard.hash) {
        const what = `Another candidate is there: ${(0,format/* formatImages */.Go)(observation.template)} (${guard.hash}).`;
        return finish(asLeft(observation), 'nothing-to-do', `${what} It was left alone.`);
    }
    if (settled === undefined)
        return awaitProgress(plan, facts, observation);
    const what = 'The release is not there any more, and the stable revision has all the traffic.';
    return finish(asLeft(observation), 'nothing-to-do', what);
}

;// CONCATENATED MODULE: ./build/decide/promote.js





/** Passes one gate, the present one or else the next, and then follows under the policies. */
const decidePromote = (plan, facts, observation) => {
    const { found, effected } = facts;
    if (found === undefined)
        return decideRelease(plan, facts, observation);
    // An earlier attempt of this step passed the gate: this one sees the release to its end, and passes no other.
    if (isRepeated(plan, found))
        return decideRelease(plan, facts, observation);
    const refused = refusePromotion(plan, found);
    if (refused !== undefined)
        return refused;
    if (effected.some(passedGate))
        return decideRelease(plan, facts, observation);
    const lost = decideLost(plan, facts, observation);
    if (lost !== undefined)
        return lost;
    if (isPassed(found, observation))
        return decidePassed(plan, facts, observation);
    const judged = effected.some(({ name }) => name === 'promote');
    const isSame = observation.guard.hash === found.guard.hash;
    const mayAct = isSame && observation.current && !observation.invalid && !observation.aborting;
    // What became inconclusive after the person typed it, nobody has judged.
    if (mayAct && isInconclusive(observation) && isInconclusive(found) && !judged) {
        return request('promote', `the analysis was inconclusive, and a person judged it (operation: promote)`);
    }
    if (mayAct && (0,holds/* isHeld */.i)(observation))
        return decideHeld(plan, facts, observation);
    return decideRelease({ ...plan, onPause: 'promote' }, facts, observation);
};
/** A promote where none can act is lost without an error, or passes more than its gate. */
function refusePromotion(plan, found) {
    return refuseUnexpected(plan, found, 'state') ?? refuseUseless(found);
}
function refuseUseless(found) {
    const { settled, aborted, phase, message } = found;
    if (settled === 'healthy') {
        return finish('refused', 'nothing-to-do', 'The target is Healthy: there is no gate to pass.');
    }
    if ((0,holds/* isHeld */.i)(found) && wayBack(found) === undefined && found.pauses.length === 1) {
        const next = 'To lift the hold: operation: resume.';
        return finish('refused', 'nothing-to-do', `The target is held, and no release is going on. ${next}`);
    }
    if (aborted === undefined && phase !== 'Degraded')
        return undefined;
    const what = `The target is Degraded (${message}): a promote has no gate to pass`;
    const avoided = 'and promoting it in full would ship the revision that was rejected';
    const next = 'Deploy the image again to start it from step 0.';
    return finish('refused', 'does-not-fit', `${what}, ${avoided}. ${next}`);
}
/**
 * Under `spec.paused` the controller takes a promote for an end of that pause and begins the gate anew: so the hold
 * is lifted first, and the gate is passed when it is seen again.
 */
function decideHeld(plan, facts, observation) {
    const resumed = facts.effected.some(({ name }) => name === 'resume');
    return resumed
        ? awaitProgress(plan, facts, observation)
        : request('resume', `the target is held (spec.paused); a promote would be lost before it goes on`);
}
/**
 * A promote of an analysis of a blueGreen, which the controller starts again, has not passed its one gate yet. In a
 * canary the next gate is that of another step, which nobody has looked at.
 */
function passedGate({ name, on }) {
    const again = on.step === undefined && on.pauses.some(({ kind, skips }) => kind === 'inconclusive' && skips !== true);
    const gate = on.pauses.some(({ kind }) => kind === 'gate');
    return name === 'promote' && (gate || !again);
}
/**
 * Somebody else was faster than the promote that a person typed: that ends the run, though nothing newer was seen yet.
 * After a promote of ours that was taken for lost, whoever moved the target may have been that one.
 */
function isForestalled({ operation }, { fruitless, overdue, effected }) {
    const refused = fruitless?.name === 'promote' && fruitless.how === 'refused';
    return operation === 'promote' && refused && overdue === 0 && !effected.some(passedGate);
}
function decideLost(plan, facts, observation) {
    const { fruitless } = facts;
    if (fruitless?.name !== 'promote' || fruitless.how === 'overdue')
        return undefined;
    if (!isForestalled(plan, facts))
        return decideRelease(plan, facts, observation);
    const what = 'Somebody else moved the target before this promote arrived, so the server refused it.';
    return finish('refused', 'by-somebody', `${what} Nothing was promoted by this run.`);
}
/** The gate that this promote was typed for is gone; the next one is nobody's to pass by it. */
function isPassed(found, now) {
    const gateOf = ({ pauses }) => pauses.find(({ kind }) => kind === 'gate');
    const meant = gateOf(found);
    if (meant === undefined || !now.current || now.aborting || now.guard.hash !== found.guard.hash)
        return false;
    return gateOf(now)?.since !== meant.since || now.guard.step !== found.guard.step;
}
function decidePassed(plan, facts, observation) {
    // It may have been a promote of ours that was taken for lost.
    if (facts.fruitless?.name === 'promote')
        return decideRelease(plan, facts, observation);
    const what = 'Somebody else passed the gate that this promote was for.';
    return finish('refused', 'by-somebody', `${what} Nothing was promoted by this run.`);
}

;// CONCATENATED MODULE: ./build/decide/promote-full.js





/** Skips the rest of the steps and analyses, because a person typed it, and follows to the end. */
const decidePromoteFull = (plan, facts, observation) => {
    const { found, effected, fruitless } = facts;
    if (found === undefined)
        return decideRelease(plan, facts, observation);
    if (isUnderWay(plan, found))
        return decideRelease(plan, facts, observation);
    const refused = refusePromotion(plan, found);
    if (refused !== undefined)
        return refused;
    if (effected.some(({ name }) => name === 'promote-full'))
        return decideRelease(plan, facts, observation);
    if (!isReady(observation) || !isSame(found, observation))
        return decideRelease(plan, facts, observation);
    if (observation.settled !== undefined || observation.promotingFull) {
        return decideRelease(plan, facts, observation);
    }
    if (fruitless?.name === 'promote-full' && fruitless.how === 'ignored') {
        return finish('progressing', 'ignored', 'The controller dropped the full promotion without acting on it.');
    }
    if ((0,holds/* isHeld */.i)(observation))
        return decideHeld(plan, facts, observation);
    // A first creation has no steps to skip; it only has to become ready.
    if (wayBack(observation) === undefined)
        return awaitProgress(plan, facts, observation);
    return request('promote-full', 'operation: promote-full');
};
/** An earlier attempt of this step asked for it, and the controller took it up: this one sees it to its end. */
function isUnderWay(plan, found) {
    return isRepeated(plan, found) && (found.promotingFull || found.settled === 'healthy');
}
/** A wish that comes before the hash is observed, or on top of an abort, is lost or ships what was rejected. */
function isReady({ current, invalid, aborting, aborted }) {
    return current && !invalid && !aborting && aborted === undefined;
}
function isSame(found, now) {
    return found.guard.uid === now.guard.uid && found.guard.hash === now.guard.hash;
}

;// CONCATENATED MODULE: ./build/decide/restart.js




/** How often the pods are looked at while the last of them is replaced: 1 s. */
const look = 1_000;
/** Replaces the pods; where the template is in a workload that is a release of its own, which is followed. */
const decideRestart = (plan, facts, observation) => {
    const { found, effected } = facts;
    if (found === undefined)
        return awaitProgress(plan, facts, observation);
    if (effected.length > 0) {
        return observation.workload === undefined
            ? decideReplaced(plan, facts, observation)
            : decideRelease({ ...plan, images: [] }, facts, observation);
    }
    const unexpected = refuseUnexpected(plan, found, 'candidate');
    if (unexpected !== undefined)
        return unexpected;
    if (!observation.current || observation.invalid)
        return decideRelease(plan, facts, observation);
    return request('restart', 'operation: restart');
};
/**
 * The controller calls a restart done, and the Rollout Healthy, when it has deleted the last old pod: its successor is
 * then not there yet. Only the pods' own number and age tell.
 */
function decideReplaced(plan, facts, observation) {
    const { restart, replicas, guard } = observation;
    if (guard.hash !== facts.ours || restart === undefined)
        return decideRelease(plan, facts, observation);
    if (!observation.current || !restart.done)
        return awaitProgress(plan, facts, observation);
    const none = replicas.desired === 0 && replicas.current === 0;
    if (none)
        return finish(asLeft(observation), 'requested', 'There is no pod to replace (replicas: 0).');
    const { pods, now } = facts;
    const fresh = pods !== undefined && pods.version === observation.version;
    const live = fresh ? pods.live : undefined;
    const allNew = live !== undefined && Date.parse(live.oldest) >= Date.parse(restart.at);
    const allThere = live !== undefined && live.count >= live.wanted;
    if (allNew && allThere && replicas.available >= replicas.desired) {
        return finish(asLeft(observation), 'requested', 'Every pod was replaced.');
    }
    if (facts.reading !== undefined)
        return awaitProgress(plan, facts, observation);
    if (!fresh || now >= pods.at + look) {
        return fresh && pods.notices.length > 0
            ? finish(asLeft(observation), 'requested', 'The controller says that every pod was replaced.')
            : { do: 'read', what: 'pods' };
    }
    return { do: 'wait', until: pods.at + look };
}

;// CONCATENATED MODULE: ./build/decide/retry.js



/** Begins an aborted candidate anew at step 0, and follows it. */
const decideRetry = (plan, facts, observation) => {
    const { found, effected } = facts;
    if (found === undefined || effected.length > 0)
        return decideRelease(plan, facts, observation);
    const unexpected = refuseUnexpected(plan, found, 'candidate');
    if (unexpected !== undefined)
        return unexpected;
    if (found.aborted === undefined && !found.aborting) {
        // An earlier attempt of this step began it anew: this one sees it to its end.
        if (isRepeated(plan, found))
            return decideRelease(plan, facts, observation);
        const why = `it is ${found.phase}, and was not aborted`;
        return finish('refused', 'nothing-to-do', `There is nothing to retry: ${why}.`);
    }
    if (found.untested !== undefined) {
        const next = 'Use operation: deploy with the image: it goes by way of the stable template, with a new analysis.';
        return finish('refused', 'does-not-fit', `A retry is not safe here: ${found.untested}. ${next}`);
    }
    const isSame = observation.guard.hash === found.guard.hash && observation.current && !observation.invalid;
    if (isSame && observation.aborted !== undefined)
        return request('retry', 'operation: retry');
    return decideRelease(plan, facts, observation);
};

;// CONCATENATED MODULE: ./build/decide/choose-rollback.js

/**
 * Chooses what a rollback goes back to. Pure.
 *
 * In the middle of a release it is the stable revision, always. When fully promoted it is the newest other
 * revision that is known to have been Healthy, else the newest other one that was not aborted. `kubectl argo
 * rollouts undo` takes the second highest revision number instead, which ships a rejected version once a
 * template has come again under a new number.
 *
 * `wanted` is the number that a person asked for. It is refused when it is not there, runs already, was
 * aborted, or when a release that is going on has to be taken back first.
 */
function chooseRollback(revisions, wanted) {
    const stable = revisions.find((revision) => revision.stable);
    const current = revisions.find((revision) => revision.current);
    if (stable === undefined || current === undefined)
        return nothingPromoted(revisions);
    if (current !== stable)
        return backToStable(stable, current, wanted);
    return wanted === undefined ? previous(stable, revisions) : choose_rollback_named(wanted, stable, revisions);
}
function nothingPromoted(revisions) {
    return {
        problem: `There is no stable revision to go back to. ${whatExists(revisions)}`,
        next: 'wait until a first revision is Healthy, or deploy an image that works.',
    };
}
function backToStable(stable, current, wanted) {
    if (wanted === undefined || wanted === stable.number) {
        return {
            revision: stable,
            why: `${describe(current)} is not promoted, and ${describe(stable)} is the stable one`,
        };
    }
    return {
        problem: `The release of ${describe(current)} is going on, and is taken back to the stable ${describe(stable)} only, not to revision ${String(wanted)}.`,
        next: `roll back without \`revision\` first, then again with \`revision: ${String(wanted)}\`.`,
    };
}
function previous(stable, revisions) {
    const others = revisions.filter((revision) => revision !== stable);
    const healthy = others.find(({ knownHealthy }) => knownHealthy);
    if (healthy !== undefined) {
        return {
            revision: healthy,
            why: `${describe(healthy)} is the newest one before ${describe(stable)} that was seen Healthy`,
        };
    }
    const notAborted = others.find(({ knownAborted }) => !knownAborted);
    if (notAborted !== undefined) {
        return {
            revision: notAborted,
            why: `${describe(notAborted)} is the newest one besides ${describe(stable)} that was not aborted; whether it was ever Healthy is not known`,
        };
    }
    const rejected = others.length === 0 ? '' : ' All others were rejected.';
    return {
        problem: `There is nothing to go back to from ${describe(stable)}.${rejected} ${whatExists(revisions)}`,
        next: 'deploy the image that you want; it goes through the steps.',
    };
}
function choose_rollback_named(wanted, stable, revisions) {
    const revision = revisions.find(({ number }) => number === wanted);
    if (revision === undefined) {
        return {
            problem: `There is no revision ${String(wanted)}. ${whatExists(revisions)}`,
            next: 'name one of these, or leave `revision` out.',
        };
    }
    if (revision === stable) {
        return {
            problem: `What runs already is ${describe(revision)}.`,
            next: 'name another one, or leave `revision` out.',
        };
    }
    if (revision.knownAborted) {
        return {
            problem: `A rollback goes straight to full, and ${describe(revision)} was aborted before.`,
            next: 'deploy its image instead: it then goes through the steps and their checks.',
        };
    }
    return { revision, why: `${describe(revision)} was asked for` };
}
function describe({ number, images }) {
    const what = (0,format/* formatImages */.Go)(images);
    return `revision ${String(number)}${what === '' ? '' : ` (${what})`}`;
}
function whatExists(revisions) {
    if (revisions.length === 0)
        return 'No revision has a ReplicaSet here.';
    const list = revisions.map((revision) => {
        const { stable, current, knownHealthy, knownAborted } = revision;
        const marks = [
            stable ? 'stable' : current ? 'being released' : '',
            knownHealthy ? 'was Healthy' : knownAborted ? 'was rejected' : '',
        ].filter((mark) => mark !== '');
        return `${describe(revision)}${marks.length === 0 ? '' : `, ${marks.join(', ')}`}`;
    });
    return `There is: ${list.join('; ')}.`;
}

;// CONCATENATED MODULE: ./build/decide/rollback.js




/**
 * Goes back: in the middle of a release to the stable revision, always; when fully promoted to one before it. What
 * is gone back to then skips the steps, unless `rollback-steps` asks for them.
 */
const decideRollback = (plan, facts, observation) => {
    const { found } = facts;
    if (found === undefined)
        return awaitProgress(plan, facts, observation);
    const unexpected = refuseUnexpected(plan, found, 'candidate');
    if (unexpected !== undefined)
        return unexpected;
    if (rollback_isUnderWay(plan, found))
        return carryOn(plan, facts, observation);
    if (restored(facts) !== undefined)
        return decideRelease(plan, facts, observation);
    if (!observation.current || observation.invalid || observation.guard.hash !== found.guard.hash) {
        return decideRelease(plan, facts, observation);
    }
    if (observation.stable === undefined) {
        return finish('refused', 'nothing-to-do', 'There is no other revision to go back to: this is the first.');
    }
    const stable = wayBack(observation);
    if (stable !== undefined && typeof plan.revision !== 'number') {
        const why = 'a release is under way, and goes back to what users had before it';
        return restore(stable.hash, `Rolled back to the stable revision (${stable.hash}): ${why}.`, 'requested');
    }
    if (plan.revision === 'stable') {
        const why = 'the release is complete, so the stable revision is the one that is there';
        return finish('refused', 'nothing-to-do', `There is nothing to roll back: ${why}.`);
    }
    if (facts.revisions === undefined)
        return { do: 'read', what: 'revisions' };
    const chosen = chooseRollback(facts.revisions, plan.revision);
    if ('problem' in chosen) {
        return finish('refused', 'does-not-fit', `${chosen.problem} Nothing was changed. To go on: ${chosen.next}`);
    }
    return restore(chosen.revision.hash, `Rolled back: ${chosen.why}.`, 'requested');
};
/**
 * What is there is what a rollback went to: an earlier attempt of this step, or one that was killed before it could see
 * the end. To go back from there would be to go forward to what was left.
 */
function rollback_isUnderWay(plan, found) {
    const { note, guard, settled } = found;
    // The full promotion that follows notes the state, the way back only the hash.
    const wentHere = note?.operation === 'rollback' && note.subject.split('.')[0] === guard.hash;
    return wentHere && (settled === undefined || isRepeated(plan, found));
}
function carryOn(plan, facts, observation) {
    const { current, settled, guard, stable, promotingFull, aborting } = observation;
    if (settled === 'healthy' && guard.hash === facts.ours) {
        return finish('rolled-back', 'requested', `A rollback that was begun before is complete (${guard.hash}).`);
    }
    const asked = promotingFull || facts.effected.some(({ name }) => name === 'promote-full');
    const skips = current && !aborting && !plan.rollbackSteps && !asked && stable?.hash !== guard.hash;
    return skips && guard.hash === facts.ours
        ? request('promote-full', 'a rollback that was begun before goes on')
        : decideRelease(plan, facts, observation);
}

;// CONCATENATED MODULE: ./build/decide/status.js




/** How long the controller may be behind the spec before `status` tells what it sees: 10 s. */
const status_patience = 10_000;
/** Reads the target once; a status that is behind the spec is waited for, but not for long. */
const decideStatus = (plan, { startedAt, now }, observation) => {
    const until = startedAt + status_patience;
    if (!observation.current && now < until)
        return { do: 'wait', until };
    const unexpected = refuseUnexpected(plan, observation, 'candidate');
    if (unexpected !== undefined)
        return unexpected;
    const late = observation.current ? '' : ' The controller has not observed the newest spec yet.';
    return finish(asLeft(observation), 'read', `${(0,format/* formatPhase */.Z0)(observation)}.${late}`);
};

;// CONCATENATED MODULE: ./build/decide.js


















/** How many requests may stay without any effect before the run gives up. */
const tries = 3;
const byOperation = {
    deploy: decideDeploy,
    follow: decideFollow,
    status: decideStatus,
    promote: decidePromote,
    'promote-full': decidePromoteFull,
    abort: decideAbort,
    retry: decideRetry,
    rollback: decideRollback,
    restart: decideRestart,
    pause: decidePauseOperation,
    resume: decideResume,
};
/**
 * The next decision of a run, from its plan and the facts. Pure and exhaustive. Never a second request while
 * one is open, and never anything but waiting while a status is not current.
 */
function decide(plan, facts) {
    const interrupted = decideInterruption(plan, facts);
    if (interrupted !== undefined)
        return interrupted;
    // What was seen last may be long past: until the server is back, no policy acts on it.
    if (facts.lost !== undefined)
        return { do: 'wait', until: facts.lost.since + plan.timeout };
    const { observation, request } = facts;
    if (observation === undefined)
        return awaitFirst(plan, facts);
    const leftover = decideLeftover(plan, facts, observation);
    if (leftover !== undefined)
        return leftover;
    if (request !== undefined) {
        return withReminder(facts, request.overdueAt === undefined ? { do: 'wait' } : { do: 'wait', until: request.overdueAt });
    }
    if (isOutdated(facts, observation) && !isForestalled(plan, facts))
        return awaitProgress(plan, facts, observation);
    // Whatever is asked of an invalid spec acts only when that is mended, on whatever is there then.
    const waits = observation.invalid && !['status', 'pause', 'resume', 'abort'].includes(plan.operation);
    const decision = (waits ? decideRelease : byOperation[plan.operation])(plan, facts, observation);
    if (decision.do === 'read' && facts.reading !== undefined)
        return { do: 'wait' };
    if (decision.do === 'request' && !facts.allowed)
        return awaitProgress(plan, facts, observation);
    return plan.dryRun
        ? decidePlanned(facts, observation, decision)
        : withReminder(facts, withDiagnosis(facts, observation, decision));
}
function awaitFirst({ timeout }, { movedAt, now }) {
    if (now < movedAt + timeout)
        return { do: 'wait', until: movedAt + timeout };
    return finish('unknown', 'unreachable', `Nothing was heard of the target in ${(0,support_duration/* formatDuration */.a3)(timeout)}.`);
}
/** What ends a run whatever it was asked to do. */
function decideInterruption(plan, facts) {
    const { observation, found, failure, lost, now } = facts;
    if (failure !== undefined)
        return finish(failure.ended, failure.reason, failure.message);
    if (facts.gone)
        return finish('superseded', 'deleted', 'The target was deleted while it was followed.');
    if (found !== undefined && observation !== undefined && found.guard.uid !== observation.guard.uid) {
        return finish('superseded', 'deleted', 'The target was deleted and created again while it was followed.');
    }
    if (facts.stopped !== undefined)
        return decideCancelled(plan, facts, facts.stopped);
    if (lost !== undefined && now >= lost.since + plan.timeout) {
        const since = (0,support_duration/* formatDuration */.a3)(now - lost.since);
        const what = `The API server has been out of reach for ${since}.`;
        return finish('unknown', 'unreachable', `${what}\n${lost.failure.message}`);
    }
    if (facts.overdue >= tries && observation !== undefined) {
        const name = facts.fruitless?.name ?? 'request';
        return finish(asLeft(observation), 'ignored', `The controller did not act on ${String(tries)} requests (${name}). ${controllerAdvice}`);
    }
    return undefined;
}
/** A dry run ends where the first write or the first wait would begin. */
function decidePlanned({ checked }, observation, decision) {
    if (decision.do === 'finish' || decision.do === 'read')
        return decision;
    if (decision.do === 'request' && checked === undefined)
        return decision;
    if (decision.do === 'wait' && !observation.current)
        return decision;
    const would = checked === undefined
        ? 'There is nothing to request now; it would follow.'
        : `It would ${checked}; the server would accept that.`;
    return finish('planned', 'nothing-to-do', `dry-run: nothing was changed. ${would}`);
}

;// CONCATENATED MODULE: ./build/facts.js
/** The facts of a run that has seen nothing yet. */
function noFacts(now) {
    return {
        startedAt: now,
        now,
        effected: [],
        overdue: 0,
        movedAt: now,
        heights: new Map(),
        pausedSince: undefined,
        invalidSince: undefined,
        behindSince: undefined,
        allowed: false,
        gone: false,
    };
}

// EXTERNAL MODULE: ./build/model.js
var model = __nccwpck_require__(5933);
;// CONCATENATED MODULE: ./build/fold.js



/** The facts after one more event. Pure and exhaustive. */
function fold(plan, facts, event, now) {
    const at = { ...facts, now };
    switch (event.type) {
        case 'tick':
            return expire(at);
        case 'lost':
            return { ...at, lost: facts.lost ?? { since: now, failure: event.failure } };
        case 'allowed':
            return { ...at, allowed: true };
        case 'stop':
            return { ...at, stopped: facts.stopped ?? { signal: event.signal, at: now } };
        case 'failed':
            return { ...at, failure: event.failure };
        case 'requested':
            return facts.observation === undefined ? at : { ...at, request: openRequest(event, facts.observation) };
        case 'reading':
            return { ...at, reading: event.what };
        case 'revisions':
            return { ...withoutReading(at), revisions: event.revisions };
        case 'pods':
            return {
                ...withoutReading(at),
                pods: { ...event.examined, at: now, hash: event.on.guard.hash, version: event.on.version },
            };
        case 'answer':
            return foldAnswer(plan, at, event.answer);
        case 'sighting':
            return expire(foldSighting(plan, at, event.sighting));
    }
}
function openRequest({ request: name, reason, because }, on) {
    return { name, reason, because, on };
}
function withoutReading({ reading: _, ...facts }) {
    return facts;
}
function foldAnswer(plan, facts, answer) {
    const { request, now, ...rest } = facts;
    if (request === undefined)
        return facts;
    // A refusal says that the target has moved, though nothing newer was seen yet.
    if (answer.kind === 'moved')
        return { ...fold_close(facts, request, 'refused'), movedAt: now };
    if (plan.dryRun)
        return { ...rest, now, checked: `${request.name} (${request.reason})` };
    const { pending } = answer;
    return settle({ ...facts, request: { ...request, pending, overdueAt: now + pending.patience } });
}
function foldSighting(plan, facts, sighting) {
    switch (sighting.kind) {
        case 'back':
            return withoutLost(facts);
        case 'gone':
            return { ...facts, gone: true };
        case 'observation':
            return settle(foldObservation(plan, facts, sighting.observation));
    }
}
function withoutLost({ lost: _, ...facts }) {
    return facts;
}
function foldObservation(plan, { lost: _, ...facts }, observation) {
    const before = facts.observation;
    const { stage, height } = observation.progress;
    const progressed = height > (facts.heights.get(stage) ?? -1);
    const stoodRightly = isStanding(observation) || (before !== undefined && isStanding(before));
    const pauseLasts = before !== undefined && isPaused(before) && samePause(before, observation);
    return {
        ...facts,
        observation,
        ...(facts.found === undefined && observation.current ? { found: observation } : {}),
        ...(facts.ours === undefined && isCandidate(plan, observation) ? { ours: observation.guard.hash } : {}),
        heights: progressed ? new Map([...facts.heights, [stage, height]]) : facts.heights,
        movedAt: progressed || stoodRightly ? facts.now : facts.movedAt,
        pausedSince: isPaused(observation) ? lasting(pauseLasts, facts.pausedSince, facts.now) : undefined,
        invalidSince: observation.invalid ? lasting(true, facts.invalidSince, facts.now) : undefined,
        behindSince: observation.current ? undefined : lasting(true, facts.behindSince, facts.now),
    };
}
/** What acts on a release means the one that is there when it comes; decide refuses it if the plan names another. */
function isCandidate(plan, observation) {
    const asFound = !['deploy', 'follow', 'status'].includes(plan.operation);
    return observation.current && !observation.invalid && (asFound || hasImages(plan, observation));
}
function lasting(lasts, since, now) {
    return lasts && since !== undefined ? since : now;
}
function isPaused({ pauses }) {
    return pauses.length > 0;
}
/** Pauses, analyses and experiments are not waited for by `timeout`. */
function isStanding(observation) {
    return isPaused(observation) || observation.measuring;
}
function samePause(before, now) {
    return (0,format/* formatState */.lN)(before.guard) === (0,format/* formatState */.lN)(now.guard);
}
/** Closes the open request when the observation shows what became of it. */
function settle(facts) {
    const { request, observation } = facts;
    if (request?.pending === undefined || observation === undefined)
        return facts;
    const effect = request.pending.effect(observation);
    switch (effect) {
        case 'waiting':
            return facts;
        case 'moved':
        case 'ignored':
            return fold_close(facts, request, effect);
        case 'done': {
            const { request: _, ...rest } = facts;
            const { name, reason, because, on } = request;
            return {
                ...rest,
                // What a change of the template made is followed from then on.
                ...(model/* templateRequests */.f.has(name) ? { ours: observation.guard.hash } : {}),
                effected: [...facts.effected, { name, reason, because, on }],
                movedAt: facts.now,
                overdue: 0,
            };
        }
    }
}
/** A request whose effect did not show in time is taken for lost; its guard makes another one safe. */
function expire(facts) {
    const { request, now } = facts;
    if (request?.overdueAt === undefined || now < request.overdueAt)
        return facts;
    return { ...fold_close(facts, request, 'overdue'), overdue: facts.overdue + 1 };
}
function fold_close({ request: _, ...facts }, request, how) {
    return { ...facts, fruitless: { name: request.name, how, version: request.on.version } };
}

// EXTERNAL MODULE: ./build/note.js
var note = __nccwpck_require__(8718);
;// CONCATENATED MODULE: ./build/conduct.js




/** How often a run looks up although nothing happens, so that its log can show that it lives: 60 s. */
const heartbeat = 60_000;
/**
 * The loop: one event, the facts it makes, one decision, and what the decision asks for. It knows no kind of
 * target, and it sends nothing by itself.
 */
async function conduct(stage) {
    const { plan, inbox, clock, onDecision } = stage;
    let facts = noFacts(clock.now());
    void observe(stage, check(stage));
    for (;;) {
        const decision = decide(plan, facts);
        onDecision(facts, decision);
        switch (decision.do) {
            case 'finish':
                return { facts, end: decision };
            case 'request':
                facts = fold(plan, facts, {
                    type: 'requested',
                    request: decision.request,
                    reason: decision.reason,
                    because: decision.because,
                }, clock.now());
                void send(stage, facts, decision);
                break;
            case 'read':
                facts = fold(plan, facts, { type: 'reading', what: decision.what }, clock.now());
                void read(stage, facts, decision.what);
                break;
            case 'wait': {
                const until = Math.min(decision.until ?? Number.POSITIVE_INFINITY, clock.now() + heartbeat);
                facts = fold(plan, facts, await inbox.next(until, clock), clock.now());
                break;
            }
        }
    }
}
/** Runs beside the first reads, so that a run that finds nothing to do was not held up; never rejects. */
async function check({ inbox, signal, check: isAllowed, explain }) {
    try {
        await isAllowed();
        inbox.put({ type: 'allowed' });
    }
    catch (error) {
        if (!signal.aborted)
            inbox.put({ type: 'failed', failure: explain(error) });
    }
}
/**
 * Puts everything that the target shows into the inbox; never rejects. Where reading fails, the check of the
 * permissions has the first word, because it names all that are missing.
 */
async function observe({ target, inbox, signal, explain }, checked) {
    try {
        for await (const sighting of target.observe(signal)) {
            inbox.put(sighting.kind === 'lost'
                ? { type: 'lost', failure: explain(sighting.error) }
                : { type: 'sighting', sighting });
        }
    }
    catch (error) {
        await checked;
        if (!signal.aborted)
            inbox.put({ type: 'failed', failure: explain(error) });
    }
}
/** Sends one request and puts its answer into the inbox; never rejects. */
async function send({ target, plan, inbox, clock, signal, explain }, { observation }, { request, because, images, revision }) {
    if (observation === undefined)
        return;
    try {
        const answer = await target.requests[request]({
            observation,
            images,
            ...(revision === undefined ? {} : { revision }),
            ...(plan.run && { note: (0,note/* noteOf */.k)(plan, plan.run, observation, revision) }),
            at: clock.now(),
            held: because === 'cancelled' || plan.cancelled,
            dryRun: plan.dryRun,
            signal,
        });
        inbox.put({ type: 'answer', answer });
    }
    catch (error) {
        if (!signal.aborted)
            inbox.put({ type: 'failed', failure: explain(error) });
    }
}
/** Reads what a decision asked for and puts it into the inbox; never rejects. */
async function read({ target, inbox, signal, explain }, { observation }, what) {
    if (observation === undefined)
        return;
    try {
        if (what === 'pods') {
            inbox.put({ type: 'pods', examined: await target.examine(observation, signal), on: observation });
        }
        else {
            inbox.put({ type: 'revisions', revisions: await target.revisions(observation, signal) });
        }
    }
    catch (error) {
        if (signal.aborted)
            return;
        const failure = explain(error);
        // What is read of the pods is for people: without it the release goes on.
        if (what === 'pods') {
            const notices = [`The pods could not be read: ${failure.message}`];
            inbox.put({ type: 'pods', examined: { diagnoses: [], notices }, on: observation });
        }
        else {
            inbox.put({ type: 'failed', failure });
        }
    }
}

;// CONCATENATED MODULE: ./build/epilogue.js
/** Notes how the revision fared, for a later rollback to choose by. */
async function remember(target, facts, { ended, reason }, signal) {
    const fared = ended === 'healthy' && reason === 'completed' ? 'healthy' : 'aborted';
    // What was rolled back from shall not be rolled back to.
    const revision = ended === 'rolled-back' ? leftBy(facts) : facts.observation;
    if (revision === undefined || (fared === 'aborted' && ended !== 'aborted' && ended !== 'rolled-back'))
        return;
    await target.remember(fared, revision, signal);
}
/** What this run went back from, as it was then. */
function leftBy({ effected }) {
    return effected.findLast(({ name }) => name === 'restore')?.on;
}
/** Details are for people: that they cannot be read changes nothing. */
async function readDetails(target, left, notice, signal) {
    try {
        const details = await target.details(signal, left);
        for (const text of details.notices)
            notice(text);
        return { details };
    }
    catch (error) {
        notice(`The tree is not shown: ${String(error)}`);
        return {};
    }
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/kube/kube-error.js
var kube_error = __nccwpck_require__(9268);
// EXTERNAL MODULE: ./build/kube/access.js
var kube_access = __nccwpck_require__(2360);
;// CONCATENATED MODULE: ./build/kube/explain-connection.js
/** The server as the subject of a sentence. */
function serverOf({ server, proxy }) {
    return `The API server ${server}${proxy === undefined ? '' : ` (by the proxy ${proxy})`}`;
}
/** No connection, or one that broke. */
function unreachable(error, where) {
    const server = serverOf(where);
    switch (error.code ?? '') {
        case 'ECONNREFUSED':
            return {
                what: `${server} refused the connection: nothing listens there.`,
                next: `check address and port in the kubeconfig (context "${where.context}", ${where.source}); a localhost address works only on the machine it was made for.`,
            };
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return {
                what: `The name of the API server ${where.server}${where.proxy === undefined ? '' : ` or of the proxy ${where.proxy}`} cannot be resolved (${error.code}).`,
                next: 'check the address in the kubeconfig; a private cluster needs a runner inside its network, or a proxy (HTTPS_PROXY).',
            };
        default:
            return {
                what: `${server} is out of reach (${error.serverMessage}).`,
                next: 'check that this runner may reach it: firewall, private endpoint, VPN, HTTPS_PROXY and NO_PROXY.',
            };
    }
}
/** A handshake that failed. */
function tls(error, where) {
    const checkedWith = where.authority === undefined
        ? "this runner's own authorities, because the kubeconfig has no certificate-authority"
        : where.authority === 'certificate-authority-data'
            ? 'certificate-authority-data of the kubeconfig'
            : `the file ${where.authority}`;
    const what = `No trusted connection to the API server ${where.server}`;
    switch (error.code ?? '') {
        case 'CERT_HAS_EXPIRED':
        case 'CERT_NOT_YET_VALID':
            return {
                what: `${what}: its certificate is not valid now (${error.code}).`,
                next: "renew the server's certificate; if it is valid, check this runner's clock.",
            };
        case 'ERR_TLS_CERT_ALTNAME_INVALID':
            return {
                what: `${what}: its certificate is for other names (${error.serverMessage}).`,
                next: 'use an address that the certificate names, or set tls-server-name in the kubeconfig.',
            };
        case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
        case 'UNABLE_TO_GET_ISSUER_CERT':
        case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
        case 'SELF_SIGNED_CERT_IN_CHAIN':
        case 'DEPTH_ZERO_SELF_SIGNED_CERT':
            return {
                what: `${what}: its certificate is not signed by an authority that is trusted here (${error.code}). It was checked with ${checkedWith}.`,
                next: 'put the authority of this cluster into the kubeconfig (certificate-authority-data), and check that the address leads to it and not to a proxy that decrypts.',
            };
        default:
            return {
                what: `${what}: ${error.serverMessage}.`,
                next: 'check that the address is the one of an API server (https, right port), and the certificates in the kubeconfig.',
            };
    }
}

// EXTERNAL MODULE: ./build/kube/resources.js
var resources = __nccwpck_require__(7005);
;// CONCATENATED MODULE: ./build/kube/role.js
/**
 * The smallest Role (one for each namespace; a ClusterRole for what is cluster-wide) that grants the rules, as YAML
 * that `kubectl apply` takes. Rules that differ only in their verb become one.
 * @param name of the role
 */
function renderRole(rules, name = 'rollout-conductor') {
    const byNamespace = Map.groupBy(rules, (rule) => rule.namespace ?? '');
    return [...byNamespace].map(([namespace, some]) => renderOne(namespace, some, name)).join('---\n');
}
function renderOne(namespace, rules, name) {
    const head = [
        'apiVersion: rbac.authorization.k8s.io/v1',
        `kind: ${namespace === '' ? 'ClusterRole' : 'Role'}`,
        'metadata:',
        `  name: ${name}`,
        ...(namespace === '' ? [] : [`  namespace: ${scalar(namespace)}`]),
        'rules:',
    ];
    return [...head, ...renderRules(rules)].map((line) => `${line}\n`).join('');
}
/** The items of `rules:` alone, to be added to a role that is there. */
function renderRules(rules) {
    return [...Map.groupBy(rules, keyOf).values()].flatMap((same) => {
        const [first] = same;
        if (first === undefined)
            return [];
        const names = namesOf(first);
        return [
            ...unique(same.map((rule) => rule.why)).map((why) => `  # ${why.replace(/\s+/g, ' ')}`),
            `  - apiGroups: [${quoted([first.group])}]`,
            `    resources: [${quoted([resourceOf(first)])}]`,
            ...(names.length === 0 ? [] : [`    resourceNames: [${quoted(names)}]`]),
            `    verbs: [${quoted(unique(same.map((rule) => rule.verb)))}]`,
        ];
    });
}
/** A name is not known to the server when something is created, so no rule with a name ever allows a create. */
function namesOf(rule) {
    return rule.verb === 'create' || rule.name === undefined ? [] : [rule.name];
}
function resourceOf(rule) {
    return rule.subresource === undefined ? rule.resource : `${rule.resource}/${rule.subresource}`;
}
function keyOf(rule) {
    return JSON.stringify([rule.group, resourceOf(rule), namesOf(rule)]);
}
function unique(values) {
    return [...new Set(values)];
}
function quoted(values) {
    return values.map((value) => JSON.stringify(value)).join(', ');
}
/** A namespace such as `1e3` or `true` is a name and no number. */
function scalar(value) {
    return /^[a-z][a-z0-9-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/.test(value)
        ? value
        : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./build/kube/explain.js






/**
 * The error as a person needs it: what happened, what was asked, what to do next.
 * @param where the connection it happened on
 * @param asked what the action was doing, such as `promote rollout/web`; left out: the request itself
 */
function explain(error, where, asked) {
    const request = (0,kube_error/* describeRequest */.N)({ ...error, name: error.objectName });
    const parts = explanation(error, where);
    return new errors/* ActionableError */.fU({ asked: asked === undefined ? request : `${asked} (${request})`, ...parts }, { cause: error });
}
function explanation(error, where) {
    const server = serverOf(where);
    const said = `"${error.serverMessage}"`;
    switch (error.kind) {
        case 'forbidden':
            return forbidden(error);
        case 'unauthorized':
            return unauthorized(error, where);
        case 'unreachable':
            return unreachable(error, where);
        case 'tls':
            return tls(error, where);
        case 'timed-out':
            return {
                what: `${server} did not answer in time (${error.serverMessage}).`,
                next: 'check that this runner may reach it (firewall, private endpoint, VPN) and that it is healthy; the step can be run again.',
            };
        case 'no-such-resource':
            return noSuchResource(error, where);
        case 'not-found':
            return notFound(error, where);
        case 'conflict':
            return {
                what: `Somebody else changed ${objectOf(error)} at the same time: ${said}.`,
                next: 'run the step again; if it happens again, look who else writes to it (metadata.managedFields names them).',
            };
        case 'already-exists':
            return {
                what: `It exists already: ${said}.`,
                next: 'delete it if it is a leftover, then run the step again.',
            };
        case 'invalid':
            return {
                what: `The server refused the change to ${objectOf(error)}: ${said}.`,
                next: 'correct what the message names; nothing was changed.',
            };
        case 'gone':
            return {
                what: `The server no longer has the state that was asked for: ${said}.`,
                next: 'run the step again.',
            };
        case 'too-many-requests':
            return {
                what: `${server} has too many requests to answer this one: ${said}.`,
                next: 'run the step again later; see what loads the API server.',
            };
        case 'server':
            return {
                what: `${server} failed (HTTP ${String(error.httpStatus)}): ${said}.`,
                next: 'look at the health of the control plane and its webhooks, then run the step again.',
            };
        case 'answer-lost':
            return {
                what: `The answer to a change of ${objectOf(error)} was lost: ${error.serverMessage}. It was not sent again.`,
                next: 'look at the object before asking again; `operation: status` shows it.',
            };
        case 'bad-answer':
            return {
                what: `${server} gave an answer that no Kubernetes API server gives: ${error.serverMessage}.`,
                next: 'check the server address in the kubeconfig, and any proxy in between.',
            };
        case 'refused':
            return {
                what: `${server} refused the request (HTTP ${String(error.httpStatus)}): ${said}.`,
                next: 'if the message does not help, the server is perhaps too old for this request.',
            };
    }
}
function objectOf(error) {
    return `${(0,resources/* resourceName */.Iy)(error.resource)}${error.objectName === undefined ? '' : ` "${error.objectName}"`}`;
}
/** RBAC says `User "x" cannot verb …`; quota, policies and other admission say "forbidden" too, and no rule mends those. */
function forbidden(error) {
    const user = /User "([^"]+)" cannot /.exec(error.serverMessage)?.[1];
    if (user === undefined) {
        return {
            what: `The server does not allow this: "${error.serverMessage}".`,
            next: 'the message names the policy, quota or admission rule that stands against it.',
        };
    }
    if (user === 'system:anonymous') {
        return {
            what: 'The server does not know who asks: the request counted as anonymous.',
            next: 'check the user of the kubeconfig: it has no credentials, or ones that the server ignores.',
        };
    }
    const { verb, resource, subresource, namespace } = error;
    const name = verb === 'list' || verb === 'watch' ? undefined : error.objectName;
    const role = renderRole([(0,kube_access/* ruleFor */.s)(verb, resource, { subresource, namespace, name }, `for ${user}`)]);
    const plural = `${(0,resources/* resourceName */.Iy)(resource)}${subresource === undefined ? '' : `/${subresource}`}`;
    return {
        what: `The user "${user}" may not ${verb} ${plural}${namespace === undefined ? '' : ` in namespace "${namespace}"`}.`,
        next: `let it, with this role (and a binding of "${user}" to it) or its rule added to a role it has:\n${role.trimEnd()}`,
    };
}
function unauthorized(error, where) {
    const user = where.user === '' ? 'names no user' : `has the user "${where.user}"`;
    return {
        what: `The API server ${where.server} does not accept the credentials: they have expired, are for another cluster, or are missing (${error.serverMessage}).`,
        next: `log in again in an earlier step, or renew the token. The context "${where.context}" ${user} (${where.source}).`,
    };
}
function noSuchResource(error, where) {
    const { resource } = error;
    const builtIn = !resource.group.includes('.') || resource.group.endsWith('.k8s.io');
    return {
        what: `The API server ${where.server} knows no ${(0,resources/* resourceName */.Iy)(resource)} (${resource.version}).`,
        next: builtIn
            ? 'check that the address in the kubeconfig is the one of the API server, with its whole path.'
            : `install the custom resource definition of ${resource.kind} in this cluster, or choose another context (this is "${where.context}").`,
    };
}
function notFound(error, where) {
    const other = error.details?.kind !== undefined && error.details.kind !== error.resource.plural
        ? error.details
        : undefined;
    const missing = other === undefined ? objectOf(error) : `${String(other.kind)} "${String(other.name)}"`;
    const namespace = error.namespace === undefined ? '' : ` in namespace "${error.namespace}"`;
    return {
        what: `There is no ${missing}${other === undefined ? namespace : ''} (context "${where.context}").`,
        next: 'check the name, the namespace and the context.',
    };
}

;// CONCATENATED MODULE: ./build/failure.js



/** What an error of the API server says of the run; whatever else is thrown is `unknown`. */
const byKind = {
    forbidden: { ended: 'refused', reason: 'forbidden' },
    invalid: { ended: 'refused', reason: 'bad-input' },
    'not-found': { ended: 'refused', reason: 'not-found' },
    'no-such-resource': { ended: 'refused', reason: 'not-found' },
    unreachable: { ended: 'unknown', reason: 'unreachable' },
    'timed-out': { ended: 'unknown', reason: 'unreachable' },
    tls: { ended: 'unknown', reason: 'unreachable' },
    unauthorized: { ended: 'unknown', reason: 'unauthorized' },
};
/** Turns what was thrown into an end; where it was thrown tells what can be done about it. */
function failureOf(thrown, where) {
    if (thrown instanceof errors/* ActionableError */.fU) {
        return { ended: 'refused', reason: thrown.parts.reason ?? 'failed', message: thrown.message };
    }
    if (thrown instanceof kube_error/* KubeError */.a && where !== undefined) {
        const { ended, reason } = byKind[thrown.kind] ?? { ended: 'unknown', reason: 'failed' };
        return { ended, reason, message: explain(thrown, where).message };
    }
    const { message } = (0,errors/* asError */.zR)(thrown);
    const next = 'This is a mistake in the action; please report it with this log.';
    return { ended: 'unknown', reason: 'failed', message: `${message}\nWhat to do: ${next}` };
}

;// CONCATENATED MODULE: ./build/inbox.js
/**
 * Where everything that happens to a run arrives, in order: one reader, any number of writers. A cancel or a
 * failed check therefore interrupts whatever is being waited for.
 */
class Inbox {
    #events = [];
    #wake;
    /** Adds an event and wakes the reader. */
    put(event) {
        this.#events.push(event);
        this.#wake?.();
    }
    /** The next event; a `tick` when there is none until then (milliseconds of the clock). */
    async next(until, clock) {
        const waiting = new AbortController();
        const event = this.#events.shift() ?? (await this.#arrival(clock.sleep(until - clock.now(), waiting.signal)));
        waiting.abort();
        return event;
    }
    async #arrival(timeUp) {
        const arrived = new Promise((resolve) => {
            this.#wake = resolve;
        });
        // Aborting the sleep after an arrival rejects it; that is its ordinary end.
        await Promise.race([arrived, timeUp.catch(() => undefined)]);
        this.#wake = undefined;
        return this.#events.shift() ?? { type: 'tick' };
    }
}

// EXTERNAL MODULE: ./build/inputs.js + 2 modules
var inputs = __nccwpck_require__(7573);
// EXTERNAL MODULE: ./build/kube/client.js + 6 modules
var kube_client = __nccwpck_require__(3493);
// EXTERNAL MODULE: ./build/support/clock.js + 1 modules
var clock = __nccwpck_require__(5854);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./build/kube/kubeconfig.js
var kubeconfig = __nccwpck_require__(9425);
// EXTERNAL MODULE: ./build/kube/node-error.js
var node_error = __nccwpck_require__(249);
// EXTERNAL MODULE: ./build/kube/redact.js
var redact = __nccwpck_require__(8959);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
;// CONCATENATED MODULE: ./build/kube/run-program.js

/**
 * Runs a program without a terminal or stdin and waits for its end; never throws.
 * @param longest characters of stdout and of stderr; more stop it
 */
async function runProgram(command, args, env, { timeoutMs, longest }) {
    const child = (0,external_node_child_process_.spawn)(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const text = { stdout: '', stderr: '' };
    let stopped;
    const stop = (why) => {
        stopped ??= why;
        child.kill('SIGKILL');
        // A child of its own may hold the pipes open, and `close` would wait for it.
        child.stdout.destroy();
        child.stderr.destroy();
    };
    for (const name of ['stdout', 'stderr']) {
        child[name].setEncoding('utf8').on('data', (piece) => {
            text[name] += piece;
            if (text[name].length > longest)
                stop('output');
        });
    }
    // Not spawn's own time limit: its timer goes on when a program cannot be started, and keeps the process from ending.
    const timer = setTimeout(stop, timeoutMs, 'time');
    try {
        return await new Promise((resolve) => {
            child.once('error', (error) => resolve({ ...text, code: undefined, error }));
            child.once('close', (code) => resolve({ ...text, code: code ?? undefined, stopped }));
        });
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./build/kube/exec-plugin.js






/** A plugin that says nothing for this long waits for somebody, and nobody is there. */
const TIMEOUT_MS = 60_000;
/** More than any credential; a plugin that prints without end must not fill the memory. */
const LONGEST_OUTPUT = 1024 * 1024;
/** Lines of a failed plugin's stderr that are shown. */
const SHOWN_LINES = 5;
/** The extension of a cluster that is meant for its exec plugin (client-go's `execClusterConfigKey`). */
const EXEC_EXTENSION = 'client.authentication.k8s.io/exec';
/**
 * Runs the exec plugin of a kubeconfig user once and returns its credential.
 *
 * client-node runs plugins too, but without KUBERNETES_EXEC_INFO, with an open stdin that a prompting plugin waits
 * on forever, without a time limit, and with its whole stderr as message.
 * @param exec `user.exec` of the kubeconfig
 * @param cluster the cluster's entry, given to the plugin only with `provideClusterInfo`
 * @param timeoutMs given only by tests
 */
async function runExecPlugin(exec, cluster, env, timeoutMs = TIMEOUT_MS) {
    const command = typeof exec['command'] === 'string' ? exec['command'] : '';
    if (command === '')
        throw failed('(none)', exec, 'names no command');
    if (exec['interactiveMode'] === 'Always') {
        throw failed(command, exec, 'wants a terminal (interactiveMode: Always), which a workflow has not');
    }
    const info = JSON.stringify({
        apiVersion: exec['apiVersion'],
        kind: 'ExecCredential',
        spec: {
            interactive: false,
            ...(exec['provideClusterInfo'] === true ? { cluster: await clusterInfo(cluster) } : {}),
        },
    });
    const args = Array.isArray(exec['args']) ? exec['args'].map(String) : [];
    const given = { ...env, ...extraEnv(exec), KUBERNETES_EXEC_INFO: info };
    const ended = await runProgram(command, args, given, { timeoutMs, longest: LONGEST_OUTPUT });
    if (ended.code !== 0)
        throw failed(command, exec, exec_plugin_failureOf(ended, timeoutMs));
    return parseCredential(ended.stdout, command, exec);
}
function extraEnv(exec) {
    const list = (Array.isArray(exec['env']) ? exec['env'] : []).filter(kubeconfig/* isFields */.Ce);
    return Object.fromEntries(list.map((entry) => [String(entry['name']), typeof entry['value'] === 'string' ? entry['value'] : '']));
}
async function clusterInfo(cluster) {
    const file = cluster['certificate-authority'];
    const extensions = (Array.isArray(cluster['extensions']) ? cluster['extensions'] : []).filter(kubeconfig/* isFields */.Ce);
    return {
        server: cluster['server'],
        'tls-server-name': cluster['tls-server-name'],
        'insecure-skip-tls-verify': cluster['insecure-skip-tls-verify'],
        'certificate-authority-data': cluster['certificate-authority-data'] ??
            (typeof file === 'string' ? await (0,promises_.readFile)(file, 'base64') : undefined),
        'proxy-url': cluster['proxy-url'],
        config: extensions.find((extension) => extension['name'] === EXEC_EXTENSION)?.['extension'],
    };
}
/** What a plugin that did not succeed is said to have done. */
function exec_plugin_failureOf(ended, timeoutMs) {
    if (ended.error !== undefined) {
        const missing = (0,node_error/* codeOf */.$)(ended.error) === 'ENOENT';
        return missing ? 'was not found on this runner' : `could not be started (${ended.error.message})`;
    }
    if (ended.stopped === 'time')
        return `gave no credential within ${String(timeoutMs / 1000)} s and was stopped`;
    if (ended.stopped === 'output')
        return 'printed more than a credential can be and was stopped';
    const how = ended.code === undefined ? 'was killed' : `failed with exit code ${String(ended.code)}`;
    const lines = (0,redact/* redact */.E)(ended.stderr).trim().split('\n').slice(-SHOWN_LINES).join('\n');
    return lines === '' ? how : `${how}:\n${lines}`;
}
function parseCredential(output, command, exec) {
    let value;
    try {
        value = JSON.parse(output);
    }
    catch {
        // The parser's message quotes the output, which may hold the token: it is not passed on.
        throw failed(command, exec, 'printed something that is not JSON');
    }
    const status = (0,kubeconfig/* isFields */.Ce)(value) ? value['status'] : undefined;
    const text = (key) => {
        const field = (0,kubeconfig/* isFields */.Ce)(status) ? status[key] : undefined;
        return typeof field === 'string' && field !== '' ? field : undefined;
    };
    const [token, certificate, key] = [text('token'), text('clientCertificateData'), text('clientKeyData')];
    if (token === undefined && (certificate === undefined || key === undefined)) {
        throw failed(command, exec, 'printed no ExecCredential with status.token or a client certificate and its key');
    }
    const expiresAt = Date.parse(text('expirationTimestamp') ?? '');
    return {
        ...(token === undefined ? {} : { token }),
        ...(certificate === undefined ? {} : { certificate }),
        ...(key === undefined ? {} : { key }),
        ...(Number.isNaN(expiresAt) ? {} : { expiresAt }),
    };
}
function failed(command, exec, how) {
    const hint = typeof exec['installHint'] === 'string' ? ` The kubeconfig says: ${exec['installHint'].trim()}` : '';
    return new errors/* ActionableError */.fU({
        what: `The credential plugin ${command} of the kubeconfig ${how}`,
        asked: 'credentials for the Kubernetes API server',
        next: `make the plugin work on this runner (install it, log in to the cloud in an earlier step), or use a kubeconfig with a token.${hint}`,
        reason: 'unauthorized',
    });
}

// EXTERNAL MODULE: ./build/kube/https-options.js
var https_options = __nccwpck_require__(4110);
;// CONCATENATED MODULE: ./build/kube/secrets.js

/**
 * The secret values that stand in a kubeconfig: tokens, passwords, OIDC tokens and client secret, the password of the
 * proxy. Never hosts, user names or lines of PEM: GitHub drops every output that contains a masked string.
 */
function secretsOf(cluster, user) {
    const provider = user['auth-provider'];
    const settings = (0,kubeconfig/* isFields */.Ce)(provider) && (0,kubeconfig/* isFields */.Ce)(provider['config']) ? provider['config'] : {};
    const { username, password } = user;
    const values = [
        user['token'],
        password,
        // The form in which name and password are sent.
        typeof username === 'string' && typeof password === 'string' && password !== ''
            ? Buffer.from(`${username}:${password}`, 'utf8').toString('base64')
            : undefined,
        ...['id-token', 'refresh-token', 'access-token', 'client-secret'].map((key) => settings[key]),
        ...proxyPasswords(cluster['proxy-url']),
    ];
    return values
        .filter((value) => typeof value === 'string' && value.trim() !== '')
        .map((value) => String(value).trim());
}
/** The password as it stands in the address and as it is meant. */
function proxyPasswords(address) {
    const password = typeof address === 'string' ? (URL.parse(address)?.password ?? '') : '';
    try {
        return [...new Set([password, decodeURIComponent(password)])];
    }
    catch {
        return [password];
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/kube/token-expiry.js




/** How far the clocks of a runner and of an API server may be apart: five minutes, as Kerberos allows. */
const clockSkew = 5 * 60_000;
/** The latest moment that a Date can hold, in milliseconds since the epoch (ECMA-262, Time Values). */
const latestMoment = 8.64e15;
/** When a JSON web token ends, in milliseconds since the epoch; undefined if it does not say. Only read, never trusted. */
function tokenExpiry(token) {
    try {
        const payload = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8'));
        const seconds = (0,kubeconfig/* isFields */.Ce)(payload) ? payload['exp'] : undefined;
        return typeof seconds === 'number' && Math.abs(seconds * 1000) <= latestMoment
            ? seconds * 1000
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** When the first certificate of a PEM text ends, in milliseconds since the epoch; undefined if it cannot be read. */
function certificateExpiry(pem) {
    try {
        return new external_node_crypto_.X509Certificate(pem).validToDate.getTime();
    }
    catch {
        return undefined;
    }
}
/**
 * How long the credentials of a kubeconfig user last. Of several the one counts that is sent: a plugin's, then the
 * file's, then the token that is written there, then OIDC. Of a token and a client certificate the later end counts,
 * because an API server that refuses the one tries the other.
 */
function lifetimeOf(user, held) {
    if ((0,kubeconfig/* isFields */.Ce)(user['exec']))
        return { kind: 'token', renews: 'exec' };
    const provider = oidcSettings(user);
    const token = held.token ?? token_expiry_text(user['token']) ?? token_expiry_text(provider?.['id-token']);
    const renews = typeof user['tokenFile'] === 'string' ? 'token-file' : renewalOf(user, provider);
    const ends = [
        ...(token === undefined ? [] : [{ kind: 'token', at: tokenExpiry(token) }]),
        ...(held.certificate === undefined
            ? []
            : [{ kind: 'client certificate', at: certificateExpiry(held.certificate) }]),
    ];
    const last = ends.toSorted((one, other) => (other.at ?? Infinity) - (one.at ?? Infinity))[0];
    return {
        kind: last?.kind ?? 'token',
        renews,
        ...(last?.at === undefined ? {} : { expiresAt: last.at }),
    };
}
/** A refresh token is used only with the two settings that say where and as whom. */
function renewalOf(user, provider) {
    const settings = ['refresh-token', 'client-id', 'idp-issuer-url'].map((key) => token_expiry_text(provider?.[key]));
    return token_expiry_text(user['token']) === undefined && !settings.includes(undefined) ? 'oidc' : 'never';
}
function oidcSettings(user) {
    const provider = user['auth-provider'];
    if (!(0,kubeconfig/* isFields */.Ce)(provider) || provider['name'] !== 'oidc')
        return undefined;
    return (0,kubeconfig/* isFields */.Ce)(provider['config']) ? provider['config'] : undefined;
}
function token_expiry_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/**
 * What to say before a run changes anything, if its credentials may end while it waits; undefined for nothing. Throws
 * ActionableError if they have ended already, so that no request is sent in vain.
 * @param now milliseconds since the epoch, by the clock of this runner
 * @param wait milliseconds for which the step may wait
 */
function expiryNotice({ kind, renews, expiresAt }, now, wait) {
    if (expiresAt === undefined || renews === 'exec' || renews === 'oidc')
        return undefined;
    const at = new Date(expiresAt).toISOString().replace('.000Z', 'Z');
    const left = expiresAt - now;
    const ended = `The ${kind} of the kubeconfig ended at ${at}, ${(0,support_duration/* describeDuration */.MB)(Math.max(0, -left))} ago`;
    if (left <= -clockSkew) {
        throw new errors/* ActionableError */.fU({
            what: `${ended}.`,
            next: `${advice[renews]}. Nothing was sent to the API server.`,
            reason: 'unauthorized',
        });
    }
    if (left <= 0)
        return `${ended} by the clock of this runner, and is tried all the same: ${advice[renews]}.`;
    if (renews === 'token-file' || left >= wait)
        return undefined;
    return `The ${kind} of the kubeconfig ends at ${at}, in ${(0,support_duration/* describeDuration */.MB)(left)}, nothing renews it, and this step may wait ${(0,support_duration/* describeDuration */.MB)(wait)} or longer: ${advice[renews]}.`;
}
/** What renews credentials, by what should have renewed them. */
const advice = {
    'token-file': 'let whoever writes the file that `tokenFile` names put a new token there',
    never: 'use a kubeconfig with an exec plugin or a `tokenFile`, which are asked again during the run, or credentials that last longer',
};

;// CONCATENATED MODULE: ./build/kube/token.js






/** The bearer token in a file, which its writer may replace at any time. */
async function readToken(file) {
    try {
        return (await (0,promises_.readFile)(file, 'utf8')).trim();
    }
    catch (error) {
        throw new errors/* ActionableError */.fU({
            what: `The token file of the kubeconfig cannot be read (${(0,node_error/* messageOf */.b)(error)}).`,
            next: 'write the file that `tokenFile` names before this step, readable for its user.',
        }, { cause: error });
    }
}
/**
 * How long the credentials of a kubeconfig user last. Runs no plugin, because that renews what it gives. Throws
 * ActionableError when a file cannot be read.
 */
async function readLifetime(user) {
    if ((0,kubeconfig/* isFields */.Ce)(user['exec']))
        return lifetimeOf(user, {});
    const { tokenFile } = user;
    return lifetimeOf(user, {
        token: typeof tokenFile === 'string' ? await readToken(tokenFile) : undefined,
        certificate: await (0,https_options/* pem */.ps)(user, 'client-certificate'),
    });
}

;// CONCATENATED MODULE: ./build/kube/credentials.js






/** Credentials are got again this long before they end, so that they do not end on their way to the server. */
const EARLY_MS = 5_000;
/** Keeps credentials, gets them again when they end or are refused, and runs one plugin for many askers. */
function credentialSource(parts) {
    const secrets = new Set();
    const agents = new Set();
    // KubeConfig renews OIDC tokens in the entry; the next renewal needs the refresh token that came with the last.
    let user = parts.user;
    let held;
    let pending;
    const learn = (values) => {
        for (const value of values.filter((each) => !secrets.has(each))) {
            secrets.add(value);
            parts.onSecret(value);
        }
    };
    learn(secretsOf(parts.cluster, parts.user));
    const obtain = async () => {
        const { renewed, ...fresh } = await make({ ...parts, user }, learn);
        user = renewed;
        // The agent goes on as long as what its connections are made with is the same: a new token needs no new handshake.
        held = held !== undefined && held.tls === fresh.tls ? { ...fresh, agent: held.agent } : fresh;
        agents.add(held.agent);
        return held;
    };
    const obtainOnce = () => {
        pending ??= obtain().finally(() => {
            pending = undefined;
        });
        return pending;
    };
    return {
        async credentials() {
            if (held === undefined || held.expiresAt - EARLY_MS <= parts.clock.now())
                return obtainOnce();
            return (await tokenFileChanged(parts.user, held)) ? obtainOnce() : held;
        },
        async renew(refused) {
            if (held !== undefined && held !== refused)
                return held;
            const fresh = await obtainOnce();
            return sameCredentials(fresh, refused) ? refused : fresh;
        },
        secrets: () => [...secrets],
        close() {
            for (const agent of agents)
                agent.destroy();
        },
    };
}
function sameCredentials(fresh, refused) {
    return fresh.agent === refused.agent && JSON.stringify(fresh.headers) === JSON.stringify(refused.headers);
}
/** A rotated token counts at once; reading a small file costs less than asking with a token that has ended. */
async function tokenFileChanged(user, held) {
    return typeof user['tokenFile'] === 'string' && (await readToken(user['tokenFile'])) !== held.token;
}
async function make(parts, learn) {
    const { exec, tokenFile, ...rest } = parts.user;
    const credential = (0,kubeconfig/* isFields */.Ce)(exec)
        ? await runExecPlugin(exec, parts.cluster, parts.env)
        : typeof tokenFile === 'string'
            ? { token: await readToken(tokenFile) }
            : {};
    if (credential.token !== undefined)
        learn([credential.token]);
    const user = {
        ...rest,
        ...(credential.token === undefined ? {} : { token: credential.token }),
        ...(credential.certificate === undefined
            ? {}
            : { 'client-certificate-data': base64(credential.certificate) }),
        ...(credential.key === undefined ? {} : { 'client-key-data': base64(credential.key) }),
    };
    const { options, provider } = await (0,https_options/* httpsOptions */.Mf)(parts.cluster, user);
    const renewed = provider === undefined ? parts.user : { ...parts.user, 'auth-provider': provider };
    learn(secretsOf({}, renewed));
    const headers = (0,https_options/* headersOf */.Yl)(options, parts.user);
    const bearer = /^Bearer (.+)$/.exec(String(headers['Authorization'] ?? ''))?.[1];
    if (bearer !== undefined)
        learn([bearer]);
    return {
        renewed,
        agent: (0,https_options/* keepAlive */.Z8)(options.agent),
        headers,
        tls: JSON.stringify([options.ca, options.cert, options.key].map(String)),
        token: credential.token,
        expiresAt: credential.expiresAt ??
            ((0,kubeconfig/* isFields */.Ce)(parts.user['auth-provider']) ? tokenExpiry(bearer) : undefined) ??
            Infinity,
    };
}
function base64(value) {
    return Buffer.from(value, 'utf8').toString('base64');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./build/kube/in-cluster.js





/** Where the kubelet puts a pod's service account. */
const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
/**
 * The service account of the pod this runs in, as a kubeconfig, so that there is one way for everything else.
 * (client-node's own way reads process.env and caches the token for a minute.)
 * @param folder where the account's files are; given only by tests
 */
async function inCluster(env, folder = SERVICE_ACCOUNT) {
    const host = env['KUBERNETES_SERVICE_HOST'];
    const port = env['KUBERNETES_SERVICE_PORT'];
    let namespace;
    try {
        namespace = (await (0,promises_.readFile)(external_node_path_.join(folder, 'namespace'), 'utf8')).trim();
        if (!host || !port)
            throw new Error('KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set');
    }
    catch (error) {
        throw new errors/* ActionableError */.fU({
            what: `The input kubeconfig says in-cluster, but this runner is no pod with a service account (${(0,node_error/* messageOf */.b)(error)}).`,
            next: 'run the job on a runner inside the cluster, with automountServiceAccountToken not false, or give a kubeconfig.',
        }, { cause: error });
    }
    const name = 'in-cluster';
    return {
        source: 'The service account of this pod',
        currentContext: name,
        contexts: new Map([[name, { cluster: name, user: name, namespace }]]),
        clusters: new Map([
            [
                name,
                {
                    server: `https://${(0,external_node_net_.isIPv6)(host) ? `[${host}]` : host}:${port}`,
                    'certificate-authority': external_node_path_.join(folder, 'ca.crt'),
                },
            ],
        ]),
        users: new Map([[name, { tokenFile: external_node_path_.join(folder, 'token') }]]),
    };
}

;// CONCATENATED MODULE: ./build/kube/kubeconfig-source.js






/** A path is shorter than this; a longer value that is no kubeconfig is not printed, it may be a broken secret. */
const LONGEST_PATH = 200;
/**
 * Finds and reads the kubeconfig: the input (a path, the content, its base64, or `in-cluster`), else `$KUBECONFIG`,
 * else `~/.kube/config`. The service account of a pod is taken only where `in-cluster` was typed: a self-hosted
 * runner's own account must not roll anything out by accident.
 */
async function findKubeconfig(input, env) {
    const value = input?.trim() ?? '';
    if (value === 'in-cluster')
        return inCluster(env);
    if (value !== '')
        return fromInput(value, env);
    const listed = (env['KUBECONFIG'] ?? '').split(external_node_path_.delimiter).filter((file) => file.trim() !== '');
    return listed.length > 0 ? fromVariable(listed) : fromHome(env);
}
async function fromInput(value, env) {
    const source = 'The content of the input kubeconfig';
    if (looksLikeContent(value))
        return (0,kubeconfig/* parseKubeconfig */.DU)(value, source, process.cwd());
    const decoded = decode(value);
    if (decoded !== undefined)
        return (0,kubeconfig/* parseKubeconfig */.DU)(decoded, `${source} (base64)`, process.cwd());
    if (value.length > LONGEST_PATH || /\s/.test(value)) {
        throw new errors/* ActionableError */.fU({
            what: `The input kubeconfig is neither a kubeconfig nor its base64 nor a path (${String(value.length)} characters, not shown: they may be secret).`,
            next: 'give the path of a kubeconfig, its content, its base64, or the word in-cluster; a secret must hold the whole file.',
        });
    }
    const file = value.startsWith('~/') ? external_node_path_.join(homeOf(env), value.slice(2)) : value;
    const found = await (0,kubeconfig/* readKubeconfigFile */.s9)(file, `The file ${value} of the input kubeconfig`);
    if (found !== undefined)
        return found;
    throw new errors/* ActionableError */.fU({
        what: `There is no file ${value}, which the input kubeconfig names.`,
        next: 'write the kubeconfig before this step, or give its content or its base64 instead of a path.',
    });
}
function looksLikeContent(value) {
    return /^\{|^["']?(apiVersion|kind|clusters|contexts|users|current-context|preferences)["']?\s*:/m.test(value);
}
function decode(value) {
    if (!/^[A-Za-z0-9+/_=\s-]+$/.test(value))
        return undefined;
    const text = Buffer.from(value, 'base64').toString('utf8').trim();
    return looksLikeContent(text) && !text.includes('\uFFFD') ? text : undefined;
}
/** Missing files of the list are skipped, as kubectl does; only if all are missing is that an error. */
async function fromVariable(listed) {
    const files = await Promise.all(listed.map((file) => (0,kubeconfig/* readKubeconfigFile */.s9)(file, `The file ${file} of $KUBECONFIG`)));
    const found = files.filter((file) => file !== undefined);
    if (found.length > 0)
        return (0,kubeconfig/* mergeKubeconfigs */.nN)(found, `$KUBECONFIG (${listed.join(', ')})`);
    throw noKubeconfig([`the input kubeconfig (empty)`, `$KUBECONFIG (${listed.join(', ')}: not there)`]);
}
async function fromHome(env) {
    const file = external_node_path_.join(homeOf(env), '.kube', 'config');
    const found = await (0,kubeconfig/* readKubeconfigFile */.s9)(file, `The file ${file}`);
    if (found !== undefined)
        return found;
    const looked = ['the input kubeconfig (empty)', '$KUBECONFIG (empty)', `${file} (not there)`];
    throw noKubeconfig(looked, await (0,promises_.access)('/var/run/secrets/kubernetes.io/serviceaccount/token').then(() => true, () => false));
}
function homeOf(env) {
    return env['HOME'] ?? env['USERPROFILE'] ?? (0,external_node_os_.homedir)();
}
function noKubeconfig(looked, inPod = false) {
    return new errors/* ActionableError */.fU({
        what: `There is no kubeconfig. Looked at: ${looked.join('; ')}.`,
        next: `set the input kubeconfig (a path, the content or its base64), or log in to the cluster in an earlier step.${inPod ? " This runner is a pod: `kubeconfig: in-cluster` uses the pod's own service account." : ''}`,
    });
}

;// CONCATENATED MODULE: ./build/kube/proxy.js

/**
 * The proxy for a server by the environment, or undefined for none.
 *
 * client-node reads no such variable, kubectl does; the rules are those of Go's golang.org/x/net/http/httpproxy,
 * so that a runner where kubectl works is one where this works: upper case before lower case, the variable of the
 * server's own scheme, never for loopback addresses, and in NO_PROXY `*`, hosts (with their subdomains), `.suffix`
 * (subdomains only), addresses, CIDR ranges, each but the ranges with an optional port.
 */
function proxyFor(server, env) {
    const variable = server.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    const proxy = proxy_read(env, variable);
    if (proxy === undefined)
        return undefined;
    const host = server.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const port = server.port === '' ? (server.protocol === 'https:' ? '443' : '80') : server.port;
    if (isLoopback(host))
        return undefined;
    const exceptions = (proxy_read(env, 'NO_PROXY') ?? '').split(',').map((entry) => entry.trim().toLowerCase());
    if (exceptions.some((entry) => entry !== '' && excepts(entry, host, port)))
        return undefined;
    // Go takes `proxy.example:3128` for http://proxy.example:3128; new URL would take it for a scheme.
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}
function proxy_read(env, name) {
    return [env[name], env[name.toLowerCase()]].map((value) => value?.trim()).find((value) => value);
}
function isLoopback(host) {
    if (host === 'localhost' || host === '::1')
        return true;
    return (0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.');
}
function excepts(entry, host, port) {
    if (entry === '*')
        return true;
    if (entry.includes('/'))
        return inRange(entry, host);
    const { name, port: onlyPort } = splitPort(entry);
    if (onlyPort !== undefined && onlyPort !== port)
        return false;
    if ((0,external_node_net_.isIP)(name) !== 0 || (0,external_node_net_.isIP)(host) !== 0)
        return name === host;
    const suffix = name.replace(/^\*/, '');
    return suffix.startsWith('.') ? host.endsWith(suffix) : host === suffix || host.endsWith(`.${suffix}`);
}
/** Splits `host:port`, `[v6]:port` and bare addresses, where a colon may be part of the address. */
function splitPort(entry) {
    const bracketed = /^\[(.*)\](?::(\d+))?$/.exec(entry);
    const plain = /^([^:]*):(\d+)$/.exec(entry);
    const match = bracketed ?? plain;
    if (match === null)
        return { name: entry };
    return { name: match[1] ?? '', ...(match[2] === undefined ? {} : { port: match[2] }) };
}
function inRange(range, host) {
    const [network = '', bits = ''] = range.split('/');
    const family = (0,external_node_net_.isIP)(network);
    const length = /^\d+$/.test(bits) ? Number(bits) : -1;
    if (family === 0 || family !== (0,external_node_net_.isIP)(host) || length < 0 || length > (family === 4 ? 32 : 128))
        return false;
    const list = new external_node_net_.BlockList();
    list.addSubnet(network, length, family === 4 ? 'ipv4' : 'ipv6');
    return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

;// CONCATENATED MODULE: ./build/kube/config.js







/** Finds the kubeconfig, chooses the context and prepares the credentials; runs no plugin and sends no request. */
async function connect(options) {
    const kubeconfig = await findKubeconfig(options.kubeconfig, options.env);
    const context = chooseContext(kubeconfig, options.context?.trim() ?? '');
    const cluster = entry(kubeconfig, 'clusters', context.name, config_text(context.fields['cluster']));
    const userName = config_text(context.fields['user']);
    const user = userName === '' ? {} : entry(kubeconfig, 'users', context.name, userName);
    const server = config_serverOf(cluster, kubeconfig.source);
    const proxy = proxyOf(cluster, server, options.env, kubeconfig.source);
    const source = credentialSource({
        cluster: {
            ...cluster,
            server: server.href.replace(/\/$/, ''),
            ...(proxy === undefined ? {} : { 'proxy-url': proxy.href }),
        },
        user,
        env: options.env,
        clock: options.clock ?? clock/* systemClock */.m,
        onSecret: options.onSecret ?? (() => undefined),
    });
    return {
        server: server.href.replace(/\/$/, ''),
        context: context.name,
        namespace: options.namespace?.trim() || config_text(context.fields['namespace']) || 'default',
        user: userName,
        source: kubeconfig.source,
        authority: config_text(cluster['certificate-authority']) ||
            ('certificate-authority-data' in cluster ? 'certificate-authority-data' : undefined),
        proxy: proxy === undefined ? undefined : `${proxy.protocol}//${proxy.host}`,
        lifetime: () => readLifetime(user),
        ...source,
    };
}
function config_text(value) {
    return typeof value === 'string' ? value : '';
}
function chooseContext(kubeconfig, asked) {
    const name = asked || (kubeconfig.currentContext ?? '');
    const fields = kubeconfig.contexts.get(name);
    if (fields !== undefined)
        return { name, fields };
    const names = [...kubeconfig.contexts.keys()];
    const there = names.length === 0 ? 'There are none.' : `There are: ${names.join(', ')}.`;
    throw new errors/* ActionableError */.fU({
        what: name === ''
            ? `${kubeconfig.source} has no current context. ${there}`
            : `${kubeconfig.source} has no context "${name}"${asked === '' ? ', which is its current one' : ''}. ${there}`,
        next: 'set the input context to one of these, or correct the kubeconfig.',
    });
}
function entry(kubeconfig, list, context, name) {
    const fields = kubeconfig[list].get(name);
    if (fields !== undefined)
        return fields;
    throw new errors/* ActionableError */.fU({
        what: `${kubeconfig.source}: the context "${context}" names "${name}", which is not among its ${list} (${[...kubeconfig[list].keys()].join(', ') || 'none'}).`,
        next: 'correct the kubeconfig (`kubectl config view` shows it), or choose another context.',
    });
}
function config_serverOf(cluster, source) {
    const url = URL.parse(config_text(cluster['server']));
    if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '')
        return url;
    throw new errors/* ActionableError */.fU({
        what: `${source}: the cluster has no usable server address.`,
        next: 'set `server` to an address such as https://api.example.com:6443, without user information.',
    });
}
/** The kubeconfig's own proxy first, then the environment's. */
function proxyOf(cluster, server, env, source) {
    const own = config_text(cluster['proxy-url']);
    const address = own || proxyFor(server, env);
    if (address === undefined)
        return undefined;
    const url = URL.parse(address);
    if (url !== null && /^(https?|socks[45]?[ah]?):$/.test(url.protocol) && url.hostname !== '')
        return url;
    throw new errors/* ActionableError */.fU({
        what: `${own === '' ? 'HTTPS_PROXY (or HTTP_PROXY) in the environment' : `${source}: proxy-url`} is not the address of an http, https or socks5 proxy.`,
        next: 'correct it, for example http://proxy.example.com:3128, or list the API server in NO_PROXY.',
    });
}

// EXTERNAL MODULE: ./build/plan.js
var plan = __nccwpck_require__(1781);
;// CONCATENATED MODULE: ./build/preflight.js



/**
 * Makes sure that everything a plan may do is allowed, so that a release is not begun that cannot be promoted
 * or aborted. Throws one ActionableError with every missing rule; a server that does not answer the question
 * leaves it to the requests themselves.
 */
async function requireAccess(client, rules, signal) {
    const required = rules.filter(({ optional }) => optional !== true);
    const access = await (0,kube_access/* missingAccess */.R)(client, required, signal);
    if (!access.known || access.missing.length === 0)
        return;
    const list = access.missing.map(({ verb, group, resource, subresource, why }) => {
        const path = [resource, subresource].filter((part) => part !== undefined).join('/');
        return `- ${verb} ${path}${group === '' ? '' : `.${group}`}: to ${why}`;
    });
    throw new errors/* ActionableError */.fU({
        what: `The credentials are not allowed to do what this step may have to do:\n${list.join('\n')}`,
        next: `nothing was changed. Add these rules:\n${renderRole(rules)}`,
        reason: 'forbidden',
    });
}

;// CONCATENATED MODULE: ./build/timeline.js

/** The timeline after one more decision: what changed since the facts before. Pure. */
function extendTimeline(timeline, before, now, decision) {
    const at = now.now - now.startedAt;
    const entries = [
        ...connectionEntries(before, now, at),
        ...stateEntries(timeline, before, now, at),
        ...effectEntries(before, now, at),
        ...behindEntries(before, now, at),
        ...diagnosisEntries(timeline, before, now, at),
        ...(decision.do === 'request'
            ? [{ kind: 'request', at, request: decision.request, reason: decision.reason }]
            : []),
    ];
    return entries.length === 0 ? timeline : [...timeline, ...entries];
}
function stateEntries(timeline, before, { observation }, at) {
    if (observation === undefined || observation === before?.observation)
        return [];
    const last = timeline.findLast((entry) => entry.kind === 'state');
    const next = stateEntry(observation, at);
    const same = last !== undefined && JSON.stringify({ ...last, at: 0 }) === JSON.stringify({ ...next, at: 0 });
    return same ? [] : [next];
}
function stateEntry(observation, at) {
    const { phase, step, weight, sides, replicas, message, current } = observation;
    return {
        kind: 'state',
        at,
        phase,
        ...(step && { step }),
        weight,
        ...(sides && { sides: { active: sides.active?.hash ?? '', preview: sides.preview?.hash ?? '' } }),
        replicas,
        message,
        current,
    };
}
/** Each problem once, and again when it is another. */
function diagnosisEntries(timeline, before, { pods }, at) {
    if (pods === undefined || pods === before?.pods)
        return [];
    const told = new Set(timeline.map((entry) => (entry.kind === 'diagnosis' ? entry.diagnosis.problem : undefined)));
    return pods.diagnoses
        .filter(({ problem }) => !told.has(problem))
        .map((diagnosis) => ({ kind: 'diagnosis', at, diagnosis }));
}
function effectEntries(before, { effected, fruitless }, at) {
    const done = effected.slice(before?.effected.length ?? 0).map(({ name }) => ({ name, how: 'took effect' }));
    const vain = fruitless !== undefined && fruitless !== before?.fruitless ? [fruitless] : [];
    const words = {
        refused: 'was refused: the target has moved',
        ignored: 'was ignored',
        moved: 'lost its meaning: the target has moved',
        overdue: 'showed no effect in time',
    };
    return [...done, ...vain.map(({ name, how }) => ({ name, how: words[how] }))].map(({ name, how }) => ({
        kind: 'effect',
        at,
        request: name,
        how,
    }));
}
/** Once for each time that it is. */
function behindEntries(before, now, at) {
    const told = before !== undefined && before.behindSince === now.behindSince && isBehind(before);
    return isBehind(now) && !told
        ? [{ kind: 'behind', at, since: now.now - (now.behindSince ?? now.now) }]
        : [];
}
function connectionEntries(before, { lost }, at) {
    if (lost !== undefined && before?.lost === undefined)
        return [{ kind: 'lost', at, message: lost.failure.message.split('\n')[0] ?? '' }];
    if (lost === undefined && before?.lost !== undefined)
        return [{ kind: 'found', at, message: '' }];
    return [];
}
/** The steps with the times at which this run saw them. Steps that ended between two updates have none. Pure. */
function stepTimes(timeline, steps) {
    const states = timeline.filter((entry) => entry.kind === 'state').filter(({ current }) => current);
    return steps.map((step, index) => {
        const first = states.findLastIndex((state, i) => state.step?.index === index && states[i - 1]?.step?.index !== index);
        const from = states[first]?.at;
        if (from === undefined)
            return { index, step };
        const end = states.slice(first).find((state) => state.step?.index !== index)?.at;
        return { index, step, from, ...(end === undefined ? {} : { duration: end - from }) };
    });
}

;// CONCATENATED MODULE: ./build/trouble.js
/**
 * What is wrong after one more event. It stays when the release is aborted or another revision is gone back to, because
 * it is the reason of that; it is over when the pods are ready after all. Pure.
 */
function troubleAfter(before, { pods, observation }) {
    const looked = pods !== undefined && (pods.diagnoses.length > 0 || pods.hash === before?.hash);
    const now = looked ? { hash: pods.hash, diagnoses: pods.diagnoses } : before;
    const mended = observation !== undefined && observation.guard.hash === now?.hash && trouble_isReady(observation);
    return mended ? undefined : now;
}
/** A release comes to a pause, an analysis or its end only with pods that are ready. */
function trouble_isReady({ pauses, measuring, settled }) {
    return pauses.some(({ kind }) => kind !== 'manual') || measuring || settled === 'healthy';
}

;// CONCATENATED MODULE: ./build/recorder.js





/** Keeps the newest report of a run and gives it to every reporter. */
class Recorder {
    #clock;
    #reporters = [];
    #facts;
    #trouble;
    #report;
    constructor(clock) {
        this.#clock = clock;
        const startedAt = clock.now();
        this.#report = { operation: 'deploy', target: '', startedAt, elapsed: 0, timeline: [], notices: [] };
    }
    /** Gives the reports to these reporters from now on. */
    tell(reporters) {
        this.#reporters = reporters;
    }
    /** What the step was asked to do, as typed. */
    begin(operation, target) {
        this.#renew({ operation, target });
    }
    /** Where the run works, once that is known. */
    locate(where) {
        this.#renew({ where });
    }
    /** What somebody should know; told once however often it is said. */
    notice(text) {
        const { notices } = this.#report;
        if (!notices.includes(text))
            this.#renew({ notices: [...notices, text] });
    }
    /** What is known after one more event, and what was decided on it. */
    record(facts, decision) {
        const timeline = extendTimeline(this.#report.timeline, this.#facts, facts, decision);
        this.#facts = facts;
        this.#trouble = troubleAfter(this.#trouble, facts);
        const { observation, pods } = facts;
        this.#renew({
            timeline,
            ...(observation && { observation }),
            run: runOf(facts),
            diagnoses: this.#trouble?.diagnoses ?? [],
        });
        for (const text of pods?.notices ?? [])
            this.notice(text);
        const owner = observation?.owner;
        const rewrites = decision.do === 'request' && model/* templateRequests */.f.has(decision.request);
        if (rewrites && owner !== undefined && putsBackAlone(owner))
            this.notice(adviceFor(owner));
    }
    /** The end of the run; resolves when every reporter has told it. */
    async close(ending, details) {
        this.#renew({ ending, ...(details && { details }) });
        for (const reporter of this.#reporters) {
            try {
                await reporter.close(this.#report);
            }
            catch (error) {
                this.#missed(error);
            }
        }
    }
    /** Reporting never changes the outcome, and one reporter never silences another. */
    #missed(error) {
        this.notice(`Not everything could be reported: ${(0,errors/* asError */.zR)(error).message}`);
    }
    /** The operation, for an end that came before the plan. */
    get operation() {
        return this.#report.operation;
    }
    #renew(change) {
        const elapsed = this.#clock.now() - this.#report.startedAt;
        this.#report = { ...this.#report, ...change, elapsed };
        for (const reporter of this.#reporters) {
            try {
                reporter.update(this.#report);
            }
            catch (error) {
                this.#missed(error);
            }
        }
    }
}
function runOf({ ours, effected, stopped, request }) {
    // What a cancelled run went back to is not the release that it was cancelled in.
    const left = effected.find(({ name, because }) => name === 'restore' && because === 'cancelled');
    const candidate = left?.on.guard.hash ?? ours;
    return {
        ...(candidate !== undefined && { candidate }),
        ...(stopped && { signal: stopped.signal }),
        ...(request && { open: request.name }),
    };
}

;// CONCATENATED MODULE: ./build/render/icon.js
/** The icons of `kubectl argo rollouts`, by the status they stand for. */
const icons = {
    Healthy: '✔',
    Running: '✔',
    Completed: '✔',
    Progressing: '◌',
    Pending: '◌',
    ContainerCreating: '◌',
    Terminating: '◌',
    Paused: '॥',
    ScaledDown: '•',
};
/** The icon for a status; what is none of the known good or moving ones is trouble. */
function statusIcon(status) {
    return icons[status] ?? (status === 'Unknown' ? '?' : '✖');
}
/** The icons of `kubectl argo rollouts` for analyses, experiments and their Jobs, where Running is no end. */
const verdictIcons = {
    Successful: '✔',
    Failed: '✖',
    Inconclusive: '?',
    Error: '⚠',
    Running: '◌',
    Pending: '◷',
    Terminated: '•',
};
/** The icon for what an analysis came to. */
function verdictIcon(verdict) {
    return verdictIcons[verdict] ?? '?';
}

;// CONCATENATED MODULE: ./build/render/text.js
/**
 * Text from the cluster as one plain line: a line break could begin a workflow command (`::error::`), and the
 * runner obeys the older `##[command]` anywhere in a line. Control characters would move the terminal's cursor.
 */
function plain(text) {
    return text
        .replace(/\p{Cc}+/gu, ' ')
        .replaceAll('##[', '# #[')
        .replace(/^(\s*)::/, '$1: :')
        .trim();
}
/** Several lines, each one plain. */
function plainLines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => `${/^ */.exec(line)?.[0] ?? ''}${plain(line)}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./build/render/markdown.js

/** Text from outside as Markdown that shows it letter by letter: no element, link, image or emphasis comes of it. */
function escapeMarkdown(text) {
    return plain(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/[\\`*_[\]|~@]/g, entity)
        .replace(/:(?=\/\/)|(?<=www)\.|^[#+=-]|(?<=^\d+)[.)]/gi, entity);
}
function entity(character) {
    return `&#${String(character.codePointAt(0))};`;
}
/** Text from outside as inline code, inside a table too; in code GitHub makes no mentions and no links. */
function code(text) {
    const line = plain(text);
    if (line === '')
        return '';
    // A pipe in a table is escaped also inside code, but after a backslash no escape of it is read the same twice.
    if (line.includes('\\|'))
        return `<code>${line.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
    const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`;
}
/** Text of several lines as a block that it cannot leave. */
function codeBlock(text) {
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}text\n${text}\n${fence}`;
}
/** A table; its cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

;// CONCATENATED MODULE: ./build/render/metric.js
/** How many measured values are told; the last ones say what decided. */
const told = 3;
/** A web metric may measure a whole JSON document. */
const longest = 60;
/**
 * What was measured of a metric, against what, and how often, in one clause: `measured 0.87, successCondition
 * result >= 0.95, failed 1 of 1 (limit 0)`. Pure; the text comes from the cluster and is not escaped.
 */
function describeMetric(metric) {
    const values = valuesOf(metric);
    const measured = values === '' ? describeMeasured(metric) : `measured ${values}`;
    return [measured, describeCondition(metric), describeCounts(metric)]
        .filter((part) => part !== '')
        .join(', ');
}
/** The values that speak for the verdict, or else the Job, or why there are none. Pure. */
function describeMeasured(metric) {
    const { verdict, measurements, message, job } = metric;
    if (verdict === 'Error') {
        const why = measurements.at(-1)?.message || message;
        return why === '' ? 'could not be measured' : `could not be measured: ${why}`;
    }
    return valuesOf(metric) || (job === undefined ? '' : `Job ${job.namespace}/${job.name}`);
}
function valuesOf({ verdict, measurements }) {
    if (verdict === 'Error')
        return '';
    const decisive = measurements.filter((one) => one.verdict === verdict);
    const values = (decisive.length === 0 ? measurements : decisive)
        .map(({ value }) => value)
        .filter((value) => value !== '');
    return values.slice(-told).map(shorten).join(', ');
}
/** The condition that was not met, or was; both where neither gave a verdict. Pure. */
function describeCondition({ verdict, successCondition, failureCondition }) {
    const success = successCondition && `successCondition ${successCondition}`;
    const failure = failureCondition && `failureCondition ${failureCondition}`;
    if (verdict === 'Error')
        return '';
    // As the controller: where both are given, a measurement fails by its failureCondition and by nothing else.
    const words = verdict === 'Failed' ? [failure ?? success] : [success, failure];
    return words.filter((word) => word).join(', ');
}
/** How often it came out so, of how many, and how often was tolerated. Pure. */
function describeCounts({ verdict, counts, limits, measurements }) {
    // The controller counts the measurement that it ended as well.
    const ended = measurements.filter((one) => one.verdict === 'Terminated').length;
    const count = counts.count - ended;
    const of = (what, times, limit) => `${what} ${String(times)} of ${String(count)}${limit === undefined ? '' : ` (limit ${limit})`}`;
    const inARow = limits.consecutiveSuccess;
    const notInARow = inARow === undefined ? [] : [`not successful ${inARow} times in a row`];
    const { failed, consecutiveError: errors } = counts;
    switch (verdict) {
        case 'Failed':
            return [of('failed', failed, limits.failure), ...notInARow].join(', ');
        case 'Inconclusive':
            return [of('inconclusive', counts.inconclusive, limits.inconclusive), ...notInARow].join(', ');
        case 'Error':
            return `${String(errors)} ${errors === 1 ? 'error' : 'errors'} in a row (limit ${limits.consecutiveError})`;
        case 'Successful':
        case 'Running':
        case 'Pending':
        case 'Terminated':
            return [
                ...(verdict === 'Terminated' ? ['ended early'] : []),
                count === 0 ? 'not measured' : of('successful', counts.successful),
                ...(failed === 0 ? [] : [of('failed', failed, limits.failure)]),
            ].join(', ');
    }
}
/** Verdicts from the most telling to the least. */
const mostTelling = [
    'Failed',
    'Error',
    'Inconclusive',
    'Running',
    'Pending',
    'Terminated',
    'Successful',
];
/** The most telling first; the same order otherwise. Pure. */
function byVerdict(all) {
    return all.toSorted((one, other) => mostTelling.indexOf(one.verdict) - mostTelling.indexOf(other.verdict));
}
function shorten(value) {
    return value.length > longest ? `${value.slice(0, longest)}…` : value;
}

;// CONCATENATED MODULE: ./build/render/analysis.js




/** Ends of a run for which an analysis may be the reason. */
const judgedEnds = ['by-controller', 'inconclusive'];
/**
 * The message of an end with what was measured, where analyses are its reason: the controller says which metric
 * failed how often, and never with which value. Pure; not escaped.
 */
function explainEnd({ reason, message }, analyses) {
    const why = judgedEnds.includes(reason) ? whyFailed(analyses) : undefined;
    return why === undefined ? message : `${message}\n${why}.`;
}
/**
 * Why an analysis did not let the release pass, in one sentence for a message: `Analysis of step 2 (web-5bd-2-2):
 * metric "success-rate" (web): measured 0.87, successCondition result >= 0.95, failed 1 of 1 (limit 0)`. Undefined if
 * none failed, had an error or was inconclusive. Pure; not escaped.
 */
function whyFailed(analyses) {
    const failed = byVerdict(analyses).find(isAgainst);
    if (failed === undefined)
        return undefined;
    const metric = decisiveMetric(failed);
    const place = describePlace(failed);
    const which = `${place.charAt(0).toUpperCase()}${place.slice(1)} (${failed.name})`;
    if (metric !== undefined)
        return `${which}: metric "${metric.name}" (${describeProvider(metric)}): ${describeMetric(metric)}`;
    return `${which} is ${failed.verdict}${failed.message === '' ? '' : `: ${failed.message}`}`;
}
/** The analyses that did not simply succeed, a few lines each, the most telling first; empty without any. Pure. */
function renderAnalyses(analyses) {
    const worthTelling = byVerdict(analyses).filter(({ verdict, metrics }) => verdict !== 'Successful' || metrics.some((metric) => metric.verdict !== 'Successful'));
    return worthTelling.flatMap(analysisLines).join('\n');
}
function analysisLines(analysis) {
    const { name, verdict, metrics } = analysis;
    const why = unexplained(analysis);
    const head = `${verdictIcon(verdict)} ${describePlace(analysis)} ${plain(name)}: ${verdict}`;
    return [why === '' ? head : `${head}: ${plain(why)}`, ...byVerdict(metrics).flatMap(metricLines)];
}
function metricLines(metric) {
    const { name, verdict, query } = metric;
    const line = `  ${verdictIcon(verdict)} ${plain(name)} (${plain(describeProvider(metric))}): ${plain(describeMetric(metric))}`;
    return query === undefined || verdict === 'Successful' ? [line] : [line, `    ${plain(query)}`];
}
/** The section of the job summary: every metric of every analysis, the most telling first; empty without any. Pure. */
function renderAnalysesSection(analyses) {
    if (analyses.length === 0)
        return '';
    const sorted = byVerdict(analyses);
    const rows = sorted.flatMap((analysis) => {
        const place = `${describePlace(analysis)} ${code(analysis.name)}`;
        const metrics = byVerdict(analysis.metrics).map((metric) => [place, ...metricCells(metric)]);
        const why = unexplained(analysis);
        const said = [place, '', verdictCell(analysis), escapeMarkdown(why), '', ''];
        return why === '' && metrics.length > 0 ? metrics : [said, ...metrics];
    });
    const head = ['Analysis', 'Metric', 'Verdict', 'Measured', 'Condition', 'Counts'];
    return ['### Analyses', table(head, rows), renderQueries(sorted)]
        .filter((part) => part !== '')
        .join('\n\n');
}
function metricCells(metric) {
    return [
        `${code(metric.name)} ${escapeMarkdown(describeProvider(metric))}`,
        verdictCell(metric),
        code(describeMeasured(metric)),
        code(describeCondition(metric)),
        escapeMarkdown(describeCounts(metric)),
    ];
}
function verdictCell({ verdict }) {
    return `${verdictIcon(verdict)} ${verdict}`;
}
function renderQueries(analyses) {
    const queries = analyses.flatMap(({ metrics }) => metrics.flatMap(({ name, query }) => (query === undefined ? [] : [`${plain(name)}: ${plain(query)}`])));
    if (queries.length === 0)
        return '';
    const text = codeBlock([...new Set(queries)].join('\n'));
    return `<details><summary>Queries</summary>\n\n${text}\n\n</details>`;
}
function describePlace({ role, step }) {
    const ofStep = step === undefined ? '' : ` of step ${String(step)}`;
    switch (role) {
        case 'step':
            return `analysis${ofStep}`;
        case 'experiment':
            return `experiment${ofStep}`;
        case 'background':
            return 'background analysis';
        case 'prePromotion':
            return 'pre-promotion analysis';
        case 'postPromotion':
            return 'post-promotion analysis';
    }
}
function describeProvider({ provider, dryRun }) {
    return dryRun ? `${provider}, dry run` : provider;
}
function isAgainst({ verdict }) {
    return verdict === 'Failed' || verdict === 'Error' || verdict === 'Inconclusive';
}
/** The metric that gave the analysis its verdict; an analysis may have ended without one, such as by a bad spec. */
function decisiveMetric({ metrics, verdict }) {
    return metrics.find((metric) => !metric.dryRun && metric.verdict === verdict);
}
/** The controller's words where neither a metric nor the verdict says it better. */
function unexplained(analysis) {
    const { verdict, message } = analysis;
    if (verdict === 'Terminated')
        return '';
    return isAgainst(analysis) && decisiveMetric(analysis) !== undefined ? '' : message;
}

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/render/diagnosis.js


/** A diagnosis as plain lines for the log: the problem, the evidence below it, the advice. Pure. */
function renderDiagnosis({ problem, evidence, advice, cause }) {
    const icon = cause === 'starting' ? '◌' : '✖';
    return [
        `${icon} ${plain(problem)}`,
        ...evidence.map((line) => `    ${plain(line)}`),
        `  → ${plain(advice)}`,
    ];
}
/** A diagnosis as GitHub's Markdown: the evidence is a block that its text cannot leave. Pure. */
function renderDiagnosisMarkdown({ problem, evidence, advice }) {
    const parts = [
        `**${escapeMarkdown(problem)}**`,
        escapeMarkdown(advice),
        ...(evidence.length === 0 ? [] : [codeBlock(evidence.map(plain).join('\n'))]),
    ];
    return parts.join('\n\n');
}

;// CONCATENATED MODULE: ./build/render/headline.js
/** The icon of an end: what people see first. */
const endIcons = {
    healthy: '✔',
    paused: '॥',
    progressing: '◌',
    degraded: '✖',
    aborted: '↩',
    'rolled-back': '↩',
    unchanged: '✔',
    planned: '•',
    superseded: '✖',
    refused: '✖',
    unknown: '?',
};
/** How it ended in one line: `✔ rollout/web: healthy (completed)`. Pure. */
function headline({ target, ending, operation }) {
    if (ending === undefined)
        return `◌ ${target}: ${operation} is under way`;
    const name = target === '' ? operation : target;
    return `${endIcons[ending.ended]} ${name}: ${ending.ended} (${ending.reason})`;
}

;// CONCATENATED MODULE: ./build/render/routes.js
/** One route in words, such as `VirtualService web, route primary: stable 80, canary 20`. Pure, not escaped. */
function describeRoute({ kind, name, route, stable, canary, total, managed, from, }) {
    const where = [[kind, name].filter((part) => part !== '').join(' '), route && `route ${route}`];
    const others = total - stable - canary;
    const weights = [
        `stable ${String(stable)}`,
        `canary ${String(canary)}`,
        // Of an experiment, or of destinations that the Rollout does not know.
        ...(others > 0 ? [`others ${String(others)}`] : []),
    ];
    return [
        `${where.filter(Boolean).join(', ')}: ${weights.join(', ')}`,
        ...(total === 100 ? [] : [` of ${String(total)}`]),
        ...(managed.length === 0 ? [] : [`; added by steps: ${managed.join(', ')}`]),
        ...(from === 'status' ? [' (as the status says)'] : []),
    ].join('');
}
/** Rows for the head of the tree and for the summary: the label stands with the first. Pure, not escaped. */
function routeRows(routes, label) {
    return routes.map((route, i) => [i === 0 ? label : '', describeRoute(route)]);
}

;// CONCATENATED MODULE: ./build/render/tree.js



const kindIcons = {
    Rollout: '⟳ ',
    Revision: '',
    ReplicaSet: '⧉ ',
    Pod: '□ ',
    Experiment: 'Σ ',
    AnalysisRun: 'α ',
    Job: '⊞ ',
};
/** Kinds whose status is a verdict. */
const judged = ['Experiment', 'AnalysisRun', 'Job'];
/** What `kubectl argo rollouts get rollout` shows, as text; `now` in milliseconds since the epoch. Pure. */
function renderTree(observation, details, namespace, now) {
    return [...renderHead(observation, details, namespace), '', ...renderNodes(details.tree, now)]
        .map((line) => line.trimEnd())
        .join('\n');
}
function renderHead(observation, details, namespace) {
    const { phase, message, step, weight, replicas } = observation;
    const images = details.images.map(({ image, roles }) => roles.length === 0 ? image : `${image} (${roles.join(', ')})`);
    const rows = [
        ['Name:', details.tree.name],
        ['Namespace:', namespace],
        ['Status:', `${statusIcon(phase)} ${phase}`],
        ...(message === '' ? [] : [['Message:', message]]),
        ['Strategy:', details.strategy],
        ...(step === undefined ? [] : [['  Step:', `${String(step.index)}/${String(step.of)}`]]),
        // A blueGreen has no weights: all traffic goes to one side.
        ...(details.strategy === 'BlueGreen'
            ? []
            : [
                ['  SetWeight:', percent(weight.desired)],
                ['  ActualWeight:', percent(weight.actual)],
                ...routeRows(details.routes, '  Routes:'),
            ]),
        ...(images.length === 0
            ? [['Images:', '']]
            : images.map((image, i) => [i === 0 ? 'Images:' : '', image])),
        ['Replicas:', ''],
        ['  Desired:', String(replicas.desired)],
        ['  Current:', String(replicas.current)],
        ['  Updated:', String(replicas.updated)],
        ['  Ready:', String(replicas.ready)],
        ['  Available:', String(replicas.available)],
    ];
    return rows.map(([label, value]) => `${label.padEnd(17)}${plain(value)}`);
}
/** A time span as kubectl shows it: shorter ones more exactly. */
function formatSpan(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const [minutes, hours, days] = [60, 3600, 86_400].map((unit) => Math.floor(seconds / unit));
    const two = (large, unit, small, rest) => `${String(large)}${unit}${small === 0 ? '' : `${String(small)}${rest}`}`;
    if (seconds < 120)
        return `${String(seconds)}s`;
    if (minutes < 10)
        return two(minutes, 'm', seconds % 60, 's');
    if (minutes < 180)
        return `${String(minutes)}m`;
    if (hours < 8)
        return two(hours, 'h', minutes % 60, 'm');
    if (hours < 48)
        return `${String(hours)}h`;
    return days < 8 ? two(days, 'd', hours % 24, 'h') : `${String(days)}d`;
}
function formatDelay(milliseconds) {
    return milliseconds < 0 ? 'passed' : formatSpan(milliseconds);
}
function percent(weight) {
    return weight === undefined ? 'unknown' : String(weight);
}
function renderNodes(tree, now) {
    const head = { name: 'NAME', kind: 'KIND', status: 'STATUS', age: 'AGE', info: 'INFO' };
    const rows = [head, ...rowsOf(tree, '', '', now)];
    const width = (of) => Math.max(...rows.map((row) => of(row).length)) + 2;
    const [name, kind, status, age] = [
        width((r) => r.name),
        width((r) => r.kind),
        width((r) => r.status),
        width((r) => r.age),
    ];
    return rows.map((row) => [
        row.name.padEnd(name),
        row.kind.padEnd(kind),
        row.status.padEnd(status),
        row.age.padEnd(age),
        row.info,
    ].join(''));
}
function rowsOf(node, branch, indent, now) {
    const { name, kind, status, created, info, scaleDownAt, children } = node;
    const icon = judged.includes(kind) ? verdictIcon(status) : statusIcon(status);
    const delay = scaleDownAt === undefined ? [] : [`delay:${formatDelay(Date.parse(scaleDownAt) - now)}`];
    const row = {
        name: `${branch}${kindIcons[kind]}${plain(name)}`,
        kind: kind === 'Revision' ? '' : kind,
        status: status === '' ? '' : `${icon} ${plain(status)}`,
        age: created === undefined ? '' : formatSpan(now - Date.parse(created)),
        info: plain([...info, ...delay].join(',')),
    };
    const below = children.flatMap((child, i) => {
        const last = i === children.length - 1;
        return rowsOf(child, `${indent}${last ? '└──' : '├──'}`, `${indent}${last ? '   ' : '│  '}`, now);
    });
    return [row, ...below];
}

;// CONCATENATED MODULE: ./build/render/timeline.js






/** One change as one line of the log: time since the start, then what changed. Pure. */
function renderEntry(entry) {
    return `${formatClock(entry.at)}  ${renderChange(entry)}`;
}
function renderChange(entry) {
    switch (entry.kind) {
        case 'state':
            return renderState(entry);
        case 'request':
            return `→ ${entry.request}: ${plain(entry.reason)}`;
        case 'effect':
            return `← ${entry.request} ${entry.how}`;
        case 'diagnosis':
            return renderDiagnosis(entry.diagnosis).join('\n         ');
        case 'behind':
            return `! The controller has not observed the newest spec for ${(0,support_duration/* formatDuration */.a3)(entry.since)}. ${controllerAdvice}`;
        case 'lost':
            return `! API server out of reach, trying again: ${plain(entry.message)}`;
        case 'found':
            return '! API server is back';
    }
}
function renderState({ phase, step, weight, sides, replicas, message, current, }) {
    const shares = sides === undefined
        ? renderWeight(weight)
        : `active ${orNone(sides.active)}, preview ${orNone(sides.preview)}`;
    const parts = [
        `${statusIcon(phase)} ${phase}`.padEnd(13),
        ...(step === undefined ? [] : [`step ${String(step.index)}/${String(step.of)}`]),
        shares,
        `updated ${String(replicas.updated)}/${String(replicas.desired)}, available ${String(replicas.available)}`,
        ...(message === '' ? [] : [plain(message)]),
        ...(current ? [] : ['(not yet observed by the controller)']),
    ];
    return parts.join('  ');
}
function renderWeight({ desired, actual }) {
    const real = actual === desired ? '' : ` (actual ${orUnknown(actual)})`;
    return `weight ${orUnknown(desired)}${real}`;
}
function orNone(hash) {
    return hash === '' ? 'none' : hash;
}
function orUnknown(weight) {
    return weight === undefined ? 'unknown' : String(weight);
}
/** Minutes and seconds, as a clock shows them: `2:05`; with hours, `1:02:05`. */
function formatClock(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000);
    const two = (value) => String(value).padStart(2, '0');
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    return hours === 0
        ? `${String(minutes).padStart(3)}:${two(seconds % 60)}`
        : `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`;
}
/** A sign of life after a silence of so many milliseconds; what is out of reach is not called unchanged. */
function renderHeartbeat({ elapsed, timeline, observation }, silent) {
    const connection = timeline.findLast(({ kind }) => kind === 'lost' || kind === 'found');
    const state = observation === undefined ? '' : (0,format/* formatPhase */.Z0)(observation);
    const what = connection?.kind === 'lost'
        ? `API server still out of reach, for ${(0,support_duration/* formatDuration */.a3)(elapsed - connection.at)}`
        : `${plain(state)}, unchanged for ${(0,support_duration/* formatDuration */.a3)(silent)}`;
    return `${formatClock(elapsed)}  · ${what}`;
}

;// CONCATENATED MODULE: ./build/render/summary.js










/** The job summary as GitHub's Markdown: how it ended and why, facts, pods, steps, analyses, tree, changes. Pure. */
function renderSummary(report) {
    const message = (report.ending?.message ?? '').split('\n').map(escapeMarkdown).join('<br>');
    return [
        `## ${escapeMarkdown(headline(report))}`,
        message,
        renderTrouble(report),
        renderFacts(report),
        renderSteps(report),
        renderAnalysesSection(report.details?.analyses ?? []),
        renderCluster(report),
        renderChanges(report),
        ...report.notices.map((notice) => `> ${escapeMarkdown(notice)}`),
    ]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
/** What kept the pods from being ready: in a release that ended well it is history. */
function renderTrouble({ diagnoses = [], ending }) {
    if (diagnoses.length === 0 || ending?.succeeded === true)
        return '';
    return ['### Pods', ...diagnoses.map(renderDiagnosisMarkdown)].join('\n\n');
}
function renderFacts({ observation, details, where, operation, elapsed }) {
    const image = observation && (0,format/* formatImages */.Go)(observation.template.filter(({ init }) => !init));
    const stable = details?.stable && (0,format/* formatImages */.Go)(details.stable.filter(({ init }) => !init));
    const rows = [
        ['Operation', operation],
        ['Cluster', where && `${where.server}, context ${where.context}`],
        ['Namespace', where?.namespace],
        ['Image', image],
        ['Stable image', stable],
        ['Phase', observation && (0,format/* formatPhase */.Z0)(observation)],
        ['Step', observation?.step && `${String(observation.step.index)} of ${String(observation.step.of)}`],
        [
            'Weight',
            // A blueGreen has no weights.
            details?.strategy === 'BlueGreen'
                ? undefined
                : observation &&
                    `${summary_percent(observation.weight.desired)} desired, ${summary_percent(observation.weight.actual)} actual`,
        ],
        ...routeRows(details?.routes ?? [], 'Routes'),
        ['Revision', observation?.revision?.toString()],
        ['State', observation && (0,format/* formatState */.lN)(observation.guard)],
        ['Duration', (0,support_duration/* describeDuration */.MB)(elapsed)],
    ];
    const known = rows.filter((row) => row[1] !== undefined && row[1] !== '');
    // Markdown has no table without a head, so the first fact is the head.
    const [head = ['', ''], ...others] = known.map(([name, value]) => [name, code(value)]);
    return table(head, others);
}
function summary_percent(weight) {
    return weight === undefined ? 'unknown' : `${String(weight)} %`;
}
function renderSteps({ observation, timeline }) {
    if (observation === undefined || observation.steps.length === 0)
        return '';
    const rows = stepTimes(timeline, observation.steps).map(({ index, step, from, duration }) => [
        String(index),
        code(step),
        from === undefined ? '' : wholeSeconds(from),
        from === undefined ? '' : duration === undefined ? 'lasts' : wholeSeconds(duration),
    ]);
    return `### Steps\n\n${table(['Step', 'What', 'Reached after', 'Took'], rows)}`;
}
/** Steps are told in seconds: what a simulated or a small cluster does in between is no news. */
function wholeSeconds(milliseconds) {
    return milliseconds < 1000 ? '&lt; 1s' : (0,support_duration/* describeDuration */.MB)(milliseconds);
}
function renderCluster({ observation, details, where, startedAt, elapsed }) {
    if (observation === undefined || details === undefined)
        return '';
    return `### Cluster\n\n${codeBlock(renderTree(observation, details, where?.namespace ?? '', startedAt + elapsed))}`;
}
function renderChanges({ timeline }) {
    if (timeline.length === 0)
        return '';
    const fold = `<details><summary>${String(timeline.length)} changes</summary>`;
    return `${fold}\n\n${codeBlock(timeline.map(renderEntry).join('\n'))}\n\n</details>`;
}

;// CONCATENATED MODULE: ./build/reporters/job-summary.js



/** The job summary, written once at the end; `notice` is told when it could not be. */
function jobSummaryReporter(summaryPath, notice) {
    return {
        update: () => undefined,
        close: async (report) => {
            // core.summary rejects without the file, which a runner older than 2.290 does not give.
            if (summaryPath === undefined || summaryPath === '')
                return;
            try {
                await summary.addRaw(renderSummary(report), true).write();
            }
            catch (error) {
                notice(`The job summary could not be written: ${(0,errors/* asError */.zR)(error).message}`);
            }
        },
    };
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(5049);
;// CONCATENATED MODULE: ./build/reporters/log.js






/** Silence after which the log shows that the run still lives: a minute. */
const silence = 60_000;
/** The job's log: where, then one line for each change in a group, then the tree, what analyses say, and how it ended. */
function logReporter() {
    const told = { where: false, group: false, entries: 0, notices: 0, at: 0 };
    const update = (report) => {
        if (!told.where && report.where !== undefined) {
            const { server, context, namespace } = report.where;
            core/* info */.pq(plain(`Cluster ${server}, context ${context}, namespace ${namespace}`));
            told.where = true;
        }
        for (const notice of report.notices.slice(told.notices))
            core/* notice */.lm(plain(notice));
        told.notices = report.notices.length;
        if (!told.group && report.timeline.length > 0) {
            core/* startGroup */.Oh(plain(`${report.operation} ${report.target}`));
            told.group = true;
        }
        for (const entry of report.timeline.slice(told.entries))
            core/* info */.pq(renderEntry(entry));
        const silent = report.elapsed - told.at;
        if (report.timeline.length > told.entries)
            told.at = report.elapsed;
        else if (silent >= silence && report.timeline.length > 0) {
            core/* info */.pq(renderHeartbeat(report, silent));
            told.at = report.elapsed;
        }
        told.entries = report.timeline.length;
    };
    return {
        update,
        close: (report) => {
            update(report);
            if (told.group)
                core/* endGroup */.N4();
            closeLog(report);
            return Promise.resolve();
        },
    };
}
function closeLog(report) {
    const { observation, details, where, ending } = report;
    if (observation !== undefined && details !== undefined) {
        core/* info */.pq(`\n${renderTree(observation, details, where?.namespace ?? '', report.startedAt + report.elapsed)}\n`);
        const analyses = renderAnalyses(details.analyses);
        if (analyses !== '')
            core/* info */.pq(`${analyses}\n`);
    }
    if (ending === undefined)
        return;
    const text = `${plain(headline(report))}\n${plainLines(ending.message)}`;
    if (ending.succeeded)
        core/* info */.pq(text);
    else
        core/* setFailed */.C1(text);
}

;// CONCATENATED MODULE: ./build/reporters/outputs.js


/** The step's outputs, set at the end whether the step is green or red. */
function outputsReporter() {
    return {
        update: () => undefined,
        close: (report) => {
            for (const [name, value] of Object.entries(outputsOf(report)))
                core/* setOutput */.uH(name, value);
            return Promise.resolve();
        },
    };
}
/** Every output by name; one that is not known is empty, so that an expression over it is never an error. Pure. */
function outputsOf({ ending, observation, details, elapsed, }) {
    return {
        ended: ending?.ended ?? 'unknown',
        reason: ending?.reason ?? 'failed',
        phase: observation?.phase ?? '',
        message: observation?.message ?? '',
        step: observation?.step?.index.toString() ?? '',
        steps: observation?.step?.of.toString() ?? '',
        weight: observation?.weight.desired?.toString() ?? '',
        'actual-weight': observation?.weight.actual?.toString() ?? '',
        revision: observation?.revision?.toString() ?? '',
        'pod-hash': observation?.guard.hash ?? '',
        image: mainImages(observation?.template),
        'stable-image': mainImages(details?.stable),
        state: observation === undefined ? '' : (0,format/* formatState */.lN)(observation.guard),
        duration: String(Math.round(elapsed / 1000)),
    };
}
function mainImages(images) {
    return (0,format/* formatImages */.Go)(images?.filter(({ init }) => !init));
}

// EXTERNAL MODULE: ./build/saved-state.js
var saved_state = __nccwpck_require__(5123);
;// CONCATENATED MODULE: ./build/reporters/saved-state.js



/** Saves what the post step needs, each time before a write goes out; without a runner nothing is saved. */
function savedStateReporter(statePath) {
    let last = '';
    const save = (report) => {
        const state = statePath ? stateOf(report) : undefined;
        const text = state === undefined ? '' : JSON.stringify(state);
        if (text === '' || text === last)
            return;
        last = text;
        core/* saveState */.LZ(saved_state/* stateName */.Vi, text);
    };
    return {
        update: save,
        close: (report) => {
            save(report);
            return Promise.resolve();
        },
    };
}
/** What is saved of a run; nothing until the target was seen: there is nothing to come back to then. Pure. */
function stateOf({ operation, observation, timeline, run, ending }) {
    if (observation === undefined || !isOperation(operation))
        return undefined;
    const settled = run?.open === undefined && isAtRest(observation);
    return {
        operation,
        wrote: timeline.some(({ kind }) => kind === 'request'),
        ...(run?.candidate === undefined ? {} : { candidate: run.candidate }),
        ...(run?.signal === undefined ? {} : { signal: run.signal }),
        ...(ending === undefined ? {} : { end: { ended: ending.ended, reason: ending.reason, settled } }),
    };
}
function isAtRest({ current, settled, pauses }) {
    return settled !== undefined || (current && pauses.some(({ ours }) => ours === true));
}
function isOperation(word) {
    return model/* operations */.z.some((operation) => operation === word);
}

;// CONCATENATED MODULE: ./build/reporters/index.js




/** Every reporter by its name, in the order in which they close. */
const reporters = {
    log: logReporter,
    jobSummary: ({ summaryPath, notice }) => jobSummaryReporter(summaryPath, notice),
    outputs: outputsReporter,
    savedState: ({ statePath }) => savedStateReporter(statePath),
};

// EXTERNAL MODULE: ./build/targets/index.js + 76 modules
var targets = __nccwpck_require__(4513);
;// CONCATENATED MODULE: ./build/run.js

















/** How long the end may take to note how it fared and to read what people want to see. */
const endTime = 5_000;
/** The same of a cancelled run, which has waited for its request: a runner sends SIGTERM 7.5 s after SIGINT. */
const cancelledEndTime = 2_500;
/**
 * One step of a workflow, from its inputs to its report. Resolves whatever happens; the log sets the exit code. The
 * post step is the same with a plan of its own.
 */
async function run(world, planner = plan/* makePlan */.C) {
    const recorder = new Recorder(world.clock);
    const notice = (text) => recorder.notice(text);
    const { GITHUB_STEP_SUMMARY: summaryPath, GITHUB_STATE: statePath } = world.env;
    recorder.tell(Object.values(reporters).map((reporter) => reporter({ summaryPath, statePath, notice })));
    const { end, details } = await outcomeOf(world, planner, recorder);
    const message = explainEnd(end, details?.analyses ?? []);
    await recorder.close(endingOf(recorder.operation, end.ended, end.reason, message), details);
}
async function outcomeOf(world, planner, recorder) {
    let connection;
    try {
        const { env } = world;
        recorder.begin((0,inputs/* givenInput */.CB)(env, 'operation') || inputs/* inputDefaults */.V0.operation, (0,inputs/* givenInput */.CB)(env, 'target'));
        const prepared = await prepare(world, planner);
        connection = prepared.connection;
        const { plan, unused } = prepared.planned;
        recorder.begin(plan.operation, (0,inputs/* givenInput */.CB)(env, 'target'));
        for (const input of unused)
            recorder.notice(`The input ${input} is not used by operation: ${plan.operation}.`);
        recorder.locate(connection);
        const expiring = expiryNotice(await connection.lifetime(), world.clock.now(), longestWait(plan));
        if (expiring !== undefined)
            recorder.notice(expiring);
        return await conductPlanned(prepared.planned, connection, world, recorder);
    }
    catch (error) {
        return { end: failureOf(error, connection) };
    }
    finally {
        connection?.close();
    }
}
/** Reads inputs and kubeconfig; sends nothing. Throws one error with all that is wrong in either. */
async function prepare(world, planner) {
    const mistakes = [];
    const attempt = async (make) => {
        try {
            return await make();
        }
        catch (error) {
            if (!(error instanceof errors/* ActionableError */.fU))
                throw error;
            mistakes.push(error);
            return undefined;
        }
    };
    const planned = await attempt(() => planner(world.env));
    const connection = await attempt(() => connectTo(world));
    if (planned === undefined || connection === undefined)
        throw (0,errors/* joinMistakes */.Q$)(mistakes);
    return { planned, connection };
}
function connectTo({ env, mask, clock }) {
    const given = (input) => (0,inputs/* givenInput */.CB)(env, input);
    const place = { kubeconfig: given('kubeconfig'), context: given('context'), namespace: given('namespace') };
    return connect({ ...place, env, onSecret: mask, clock });
}
async function conductPlanned({ plan, target: { kind, name } }, connection, { clock, version, onCancel }, recorder) {
    const client = (0,kube_client/* kubeClient */.z)(connection, { version, clock });
    const inbox = new Inbox();
    const life = new AbortController();
    onCancel((signal) => inbox.put({ type: 'stop', signal }));
    const targetKind = targets/* targetKinds */.x[kind];
    const { namespace } = connection;
    const notice = (text) => recorder.notice(text);
    const requests = requestsOf(plan);
    const require = (rules, signal) => requireAccess(client, rules, signal);
    const target = targetKind.open({ client, clock, namespace, name, notice, requests, require });
    const rules = targetKind.access(name, namespace, requests, readingsOf(plan));
    const check = () => require(rules, life.signal);
    const explain = (error) => failureOf(error, connection);
    const onDecision = recorder.record.bind(recorder);
    try {
        const { end, facts } = await conduct({
            target,
            plan,
            inbox,
            clock,
            signal: life.signal,
            check,
            explain,
            onDecision,
        });
        const late = AbortSignal.timeout(facts.stopped === undefined ? endTime : cancelledEndTime);
        if (requests.length > 0 && !plan.dryRun)
            await remember(target, facts, end, late);
        const seen = facts.observation !== undefined && !facts.gone;
        const left = end.ended === 'rolled-back' ? leftBy(facts) : undefined;
        return { end, ...(seen ? await readDetails(target, left, notice, late) : {}) };
    }
    finally {
        life.abort();
    }
}


/***/ }),

/***/ 5123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sy: () => (/* binding */ readSaved),
/* harmony export */   Vi: () => (/* binding */ stateName),
/* harmony export */   pq: () => (/* binding */ isPostStep)
/* harmony export */ });
/** The name under which the runner keeps it: `STATE_run` in the environment of the post step. */
const stateName = 'run';
/**
 * Whether this is the post step. Its entry, dist/post.js, sets the variable where the runner has nothing to give: a main
 * step that was killed before it saved anything must not be run a second time.
 */
function isPostStep(env) {
    return env[`STATE_${stateName}`] !== undefined;
}
/** What the main step saved; undefined where it saved nothing, or nothing that can be read. */
function readSaved(env) {
    try {
        return JSON.parse(env[`STATE_${stateName}`] ?? '');
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ systemClock)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/support/clock.js

/** setTimeout holds 31 bits; a longer delay would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** The machine's own clock. */
const systemClock = {
    now: () => Date.now(),
    async sleep(ms, signal) {
        signal?.throwIfAborted();
        const until = Date.now() + ms;
        for (let left = ms; left > 0; left = until - Date.now()) {
            try {
                await (0,promises_namespaceObject.setTimeout)(Math.min(left, LONGEST_TIMER_MS), undefined, signal === undefined ? {} : { signal });
            }
            catch (error) {
                // node:timers rejects with an AbortError of its own; the caller's reason says more.
                signal?.throwIfAborted();
                throw error;
            }
        }
    },
};


/***/ }),

/***/ 2806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   MB: () => (/* binding */ describeDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration)
/* harmony export */ });
/* unused harmony export DURATION_FORMS */
/** Units of Go's time.ParseDuration, in milliseconds. */
const UNITS = new Map([
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1_000],
    ['ms', 1],
]);
/** What is allowed, for error messages. */
const DURATION_FORMS = 'seconds as a bare number, or numbers with units h, m, s, ms, such as 90s, 1h30m, 1.5h';
/** Beyond this (100 days) a value is a slip of the pen; timers and dates hold it easily. */
const LONGEST_MS = 100 * 24 * 3_600_000;
/**
 * A duration in milliseconds.
 *
 * The forms are those of Argo Rollouts: a bare integer is seconds (`pause.duration: 30`, `duration: "30"`), everything
 * else is read as Go reads it. Stricter than Go: neither signs nor units below a millisecond.
 * Throws RangeError with what is wrong and what is allowed, for the caller to name the input.
 */
function parseDuration(text) {
    const given = String(text).trim();
    const ms = /^\d+$/.test(given) ? Number(given) * 1000 : fromUnits(given);
    if (ms === undefined)
        throw new RangeError(`"${given}" is no duration; allowed: ${DURATION_FORMS}`);
    if (ms > LONGEST_MS)
        throw new RangeError(`"${given}" is too long; at most ${formatDuration(LONGEST_MS)} is allowed`);
    return ms;
}
function fromUnits(given) {
    if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:h|ms|m|s))+$/.test(given))
        return undefined;
    const parts = given.matchAll(/(\d+\.?\d*|\.\d+)(h|ms|m|s)/g);
    // Rounded as a whole: 0.1 h is 360 000 ms, not one less because of how binary fractions add up.
    return Math.round([...parts].reduce((sum, [, value, unit]) => sum + Number(value) * (UNITS.get(unit ?? '') ?? 0), 0));
}
/** The units a duration is shown in: whole ones, the largest first; milliseconds only below a second. */
function shownUnits(ms) {
    if (!(ms >= 0))
        throw new RangeError(`${String(ms)} is no duration`);
    // Never 0: a wait that is not over is not shown as one that is.
    const whole = Math.ceil(ms);
    if (whole > 0 && whole < 1000)
        return [`${String(whole)}ms`];
    const seconds = Math.round(ms / 1000);
    const amounts = [
        [Math.floor(seconds / 3600), 'h'],
        [Math.floor((seconds % 3600) / 60), 'm'],
        [seconds % 60, 's'],
    ];
    const shown = amounts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${String(amount)}${unit}`);
    return shown.length === 0 ? ['0s'] : shown;
}
/** `1h30m`, `2m5s`, `0s`: whole seconds, in the form that parseDuration reads. */
function formatDuration(ms) {
    return shownUnits(ms).join('');
}
/** `1h 30m`, `2m 5s`: the same for people. */
function describeDuration(ms) {
    return shownUnits(ms).join(' ');
}


/***/ }),

/***/ 4513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ isTargetKind),
  x: () => (/* binding */ targetKinds)
});

// EXTERNAL MODULE: ./build/model.js
var model = __nccwpck_require__(5933);
// EXTERNAL MODULE: ./build/kube/resources.js
var resources = __nccwpck_require__(7005);
;// CONCATENATED MODULE: ./build/diagnose/access.js

/** What tells why pods do not become ready; the run does without any of it, and then says less. */
function accessForDiagnosis(namespace) {
    const rule = (verb, { group, plural }, why) => ({
        group,
        resource: plural,
        verb,
        namespace,
        why: `${why} (optional)`,
        optional: true,
    });
    return [
        rule('list', resources/* pods */.Jw, 'tell which pods are not ready, and why'),
        rule('get', resources/* replicaSets */.SZ, 'tell why pods are not created'),
        rule('list', resources/* events */.AZ, 'tell what the node, the scheduler and the registry say'),
        { ...rule('get', resources/* pods */.Jw, 'tell the last lines of a container that crashed'), subresource: 'log' },
    ];
}

// EXTERNAL MODULE: ./build/kube/access.js
var access = __nccwpck_require__(2360);
;// CONCATENATED MODULE: ./build/targets/argo-rollout/routes/routing.js
/** The routing of a Rollout; empty for blueGreen and for a canary by replicas. */
function routingOf({ spec }) {
    return (spec?.strategy?.canary ?? {});
}
/**
 * The Services that the routes name. With pingPong they change roles with each release, and the status tells
 * which is stable (argo-rollouts, `GetStableAndCanaryServices`).
 */
function routedServices(rollout) {
    const { stableService = '', canaryService = '', pingPong } = routingOf(rollout);
    if (pingPong === undefined || stableService !== '' || canaryService !== '') {
        return { stable: stableService, canary: canaryService };
    }
    const { pingService: ping = '', pongService: pong = '' } = pingPong;
    const status = rollout.status?.canary;
    return status?.stablePingPong === 'ping' ? { stable: ping, canary: pong } : { stable: pong, canary: ping };
}
/** Names of the routes that steps of this Rollout may add. */
function managedNames(rollout) {
    const routes = routingOf(rollout).trafficRouting?.managedRoutes ?? [];
    return routes.map(({ name }) => name).filter((name) => name !== undefined);
}
/** Puts the managed routes of an object with its first route. */
function withManaged(routes, managed) {
    return routes.map((route, i) => ({ ...route, managed: i === 0 ? managed : [], from: 'object' }));
}
/** The namespace of a Rollout: of its routes too, unless they name another. */
function namespaceOf({ metadata }) {
    return metadata.namespace ?? 'default';
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/routes/gateway-api.js


/**
 * The Gateway API plugin: weights are those of backendRefs, in every rule that names both Services. A rule
 * for the canary alone is a header route of a step. Routes of other protocols, and those found by labels,
 * are known from the status only.
 * https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io
 */
const gatewayApi = (rollout, config) => {
    const { httpRoute, httpRoutes: several = [], namespace } = config;
    const services = routedServices(rollout);
    const added = managedNames(rollout);
    const names = [...(httpRoute ? [httpRoute] : []), ...several.map(({ name }) => name)];
    return names.map((name) => ({
        ref: { resource: resources/* httpRoutes */.F5, namespace: namespace || namespaceOf(rollout), name },
        weightFields: [['spec', 'rules']],
        read: (object) => {
            const rules = (object.spec?.rules ?? []).map((rule, index) => ({ ...rule, index }));
            const isManaged = (rule) => rule !== undefined && added.some((one) => rule === one || numbered(rule, one));
            const routes = rules.flatMap(({ name: rule, backendRefs = [], index }) => {
                const both = [services.stable, services.canary].every((service) => backendRefs.some((ref) => ref.name === service));
                if (!both)
                    return [];
                const weigh = (fits) => 
                // The server fills in 1; 0 is what it never leaves out.
                backendRefs.reduce((sum, { name: to, weight = 1 }) => (fits(to) ? sum + weight : sum), 0);
                return [
                    {
                        ...{ kind: resources/* httpRoutes */.F5.kind, name, route: rule ?? `rule ${String(index)}` },
                        stable: weigh((service) => service === services.stable),
                        canary: weigh((service) => service === services.canary),
                        total: weigh(() => true),
                    },
                ];
            });
            return withManaged(routes, rules.map((rule) => rule.name).filter(isManaged));
        },
    }));
};
/** For the second and later rules of a route the plugin numbers the rules that it adds. */
function numbered(rule, name) {
    return rule.startsWith(`${name}-`) && /^\d+$/.test(rule.slice(name.length + 1));
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/routes/virtual-service.js
/**
 * The routes whose weights the controller sets. For each protocol: those that the Rollout names; without
 * names the only http route or the first without a name, the first tls and the first tcp route
 * (argo-rollouts, `getHttpRouteIndexesToPatch` and its like). Routes that steps add are not among them.
 */
function routesIn({ http = [], tls = [], tcp = [] }, { routes, tlsRoutes, tcpRoutes }, managed) {
    const own = http
        .map((route, index) => ({ ...route, index }))
        .filter(({ name = '' }) => !managed.includes(name));
    const unnamed = own.length === 1 ? own : own.filter(({ name }) => !name).slice(0, 1);
    const wanted = routes?.length ? own.filter(({ name = '' }) => routes.includes(name)) : unnamed;
    return [
        ...wanted.map(({ name, index, route = [] }) => ({
            route: name || `http ${String(index)}`,
            destinations: route,
        })),
        ...matched('tls', tls, tlsRoutes),
        ...matched('tcp', tcp, tcpRoutes),
    ];
}
/** A route fits if all its matches are of the one port, and of exactly the hosts, that the Rollout names. */
function matched(protocol, all, wanted) {
    const described = all.map(({ match = [], route = [] }) => ({
        ports: unique(match.map(({ port = 0 }) => port)),
        hosts: unique(match.flatMap(({ sniHosts = [] }) => sniHosts)).toSorted(),
        destinations: route,
    }));
    const fits = wanted?.length
        ? described.filter(({ ports, hosts }) => wanted.some(({ port = 0, sniHosts = [] }) => ports.length <= 1 &&
            (ports[0] ?? 0) === port &&
            unique(sniHosts).toSorted().join() === hosts.join()))
        : described.slice(0, 1);
    return fits.map(({ ports, hosts, destinations }) => ({
        route: [protocol, ...ports.filter((port) => port !== 0), hosts.join(',')].filter(Boolean).join(' '),
        destinations,
    }));
}
function unique(values) {
    return [...new Set(values)];
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/routes/istio.js



/**
 * Istio: the weights are in routes of VirtualServices. Which destination is which side is told by its host,
 * or by its subset where the Rollout has a DestinationRule.
 * https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/
 */
const istio = (rollout, config) => {
    const { virtualService, virtualServices: several, destinationRule } = config;
    const { stable, canary } = routedServices(rollout);
    const isStable = belongsTo(stable, destinationRule?.stableSubsetName);
    const isCanary = belongsTo(canary, destinationRule?.canarySubsetName);
    const refs = several ?? (virtualService === undefined ? [] : [virtualService]);
    return refs.map((wanted) => ({
        ref: { resource: resources/* virtualServices */.Km, ...placeOf(wanted.name, rollout) },
        weightFields: ['http', 'tls', 'tcp'].map((protocol) => ['spec', protocol]),
        read: (object) => {
            const { metadata, spec } = object;
            const managed = managedNames(rollout);
            const routes = routesIn(spec ?? {}, wanted, managed).flatMap(({ route, destinations }) => {
                if (!destinations.some((one) => isStable(one) || isCanary(one)))
                    return [];
                return [
                    {
                        ...{ kind: resources/* virtualServices */.Km.kind, name: metadata.name, route },
                        stable: weightOf(destinations, isStable),
                        canary: weightOf(destinations, isCanary),
                        total: weightOf(destinations, () => true),
                    },
                ];
            });
            const present = (spec?.http ?? []).map(({ name = '' }) => name);
            return withManaged(routes, managed.filter((name) => present.includes(name)));
        },
    }));
};
/** As the controller compares: a host up to its first dot is the Service (argo-rollouts, `getHost`). */
function belongsTo(service, subset) {
    return ({ destination }) => (service !== '' && destination?.host?.split('.')[0] === service) ||
        (Boolean(subset) && destination?.subset === subset);
}
/** A route with one destination needs no weight in Istio; with several a missing weight is 0. */
function weightOf(all, fits) {
    const missing = all.length === 1 ? 100 : 0;
    return all.filter(fits).reduce((sum, { weight = missing }) => sum + weight, 0);
}
/** The last part of a name with dots is a namespace, because a namespace has none. */
function placeOf(text, rollout) {
    const parts = text.replace(/\.cluster\.local$/, '').split('.');
    const namespace = parts.length > 1 ? parts.at(-1) : undefined;
    const name = namespace === undefined ? parts : parts.slice(0, -1);
    return { name: name.join('.'), namespace: namespace ?? namespaceOf(rollout) };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/routes/nginx.js


/** Longest name of an object, which the controller trims to. */
const longestName = 253;
const suffix = '-canary';
/**
 * NGINX: the weight is an annotation of the Ingress that the controller makes beside each stable one. Its
 * total is 100 unless another annotation says so, which the controller writes for `maxTrafficWeight`.
 * https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary
 */
const nginx = (rollout, config) => {
    const { stableIngress, stableIngresses, annotationPrefix } = config;
    const prefix = annotationPrefix || 'nginx.ingress.kubernetes.io';
    const stable = stableIngresses ?? (stableIngress ? [stableIngress] : []);
    return stable.map((ingress) => ({
        ref: {
            resource: resources/* ingresses */.qU,
            namespace: namespaceOf(rollout),
            name: canaryIngress(rollout.metadata.name, ingress),
        },
        weightFields: [['metadata', 'annotations', `${prefix}/canary-weight`]],
        read: ({ metadata: { name, annotations = {} } }) => {
            const total = numberOf(annotations[`${prefix}/canary-weight-total`]) ?? 100;
            // Without the first annotation NGINX takes it for an Ingress like any other, and the rest means nothing.
            const isCanary = annotations[`${prefix}/canary`] === 'true';
            const canary = isCanary ? (numberOf(annotations[`${prefix}/canary-weight`]) ?? 0) : 0;
            return withManaged([{ kind: resources/* ingresses */.qU.kind, name, stable: total - canary, canary, total }], []);
        },
    }));
};
/** The name that the controller gives the canary Ingress (argo-rollouts, `GetCanaryIngressName`). */
function canaryIngress(rollout, stableIngress) {
    return `${rollout}-${stableIngress}`.slice(0, longestName - suffix.length) + suffix;
}
function numberOf(text) {
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/routes/index.js




/** Routers whose objects are read, by their key in `trafficRouting`; plugins by their name. */
const routers = {
    nginx: nginx,
    istio: istio,
    'argoproj-labs/gatewayAPI': gatewayApi,
};
/** The routers that a Rollout uses, by key, each with its block in the Rollout; most have one. */
function routersOf(rollout) {
    const { plugins, managedRoutes: _, maxTrafficWeight: __, ...own } = routingOf(rollout).trafficRouting ?? {};
    return { ...own, ...plugins };
}
/** The objects that hold the weights of a Rollout, as far as this action can read them. Pure. */
function routeObjects(rollout) {
    const known = routers;
    return Object.entries(routersOf(rollout)).flatMap(([key, config]) => config === null || typeof config !== 'object' ? [] : (known[key]?.(rollout, config) ?? []));
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/routes/access.js



const why = 'show the weights in the routes (optional)';
/** What reading the routes needs: of this Rollout by name, or of any Rollout in the namespace, for docs. */
function accessForRoutes(namespace, rollout) {
    const refs = rollout === undefined
        ? [resources/* ingresses */.qU, resources/* virtualServices */.Km, resources/* httpRoutes */.F5].map((resource) => ({ resource, namespace }))
        : routeObjects(rollout).map(({ ref }) => ref);
    return refs.map(({ resource, ...place }) => ({ ...(0,access/* ruleFor */.s)('get', resource, place, why), optional: true }));
}

// EXTERNAL MODULE: ./build/holds.js
var holds = __nccwpck_require__(202);
;// CONCATENATED MODULE: ./build/targets/argo-rollout/notes.js
const prefix = 'rollout-conductor/';
/** Marks a `spec.paused` that a cancelled run of this action set, with the URL of that run. */
const heldAnnotation = `${prefix}held`;
/** JSON Pointer of an annotation with a prefix, in any object (RFC 6901: a slash in a key is `~1`). */
function annotationPointer(key) {
    return `/metadata/annotations/${key.replace('/', '~1')}`;
}
const keys = {
    run: `${prefix}run`,
    step: `${prefix}step`,
    attempt: `${prefix}attempt`,
    commit: `${prefix}commit`,
    actor: `${prefix}actor`,
    operation: `${prefix}operation`,
    subject: `${prefix}subject`,
};
/** What a run leaves on the Rollout: beside the pod template, so that no pod is touched. Pure. */
function noteAnnotations(note) {
    const names = Object.keys(keys);
    return Object.fromEntries(names.map((name) => [keys[name], String(note[name])]));
}
/** What the last run left; undefined where none did. Anybody may write annotations: what is no URL is no run. Pure. */
function readNote({ annotations }) {
    const read = (name) => annotations?.[keys[name]] ?? '';
    if (!/^https?:\/\/\S+$/.test(read('run')))
        return undefined;
    return {
        run: read('run'),
        step: read('step'),
        attempt: Number(read('attempt')) || 0,
        commit: read('commit'),
        actor: read('actor'),
        operation: read('operation'),
        subject: read('subject'),
    };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/writes/hold.js


/** Holds the Rollout by `spec.paused`; a hold of a cancelled run is marked as ours with the same write. */
const pause = {
    guard: ['uid'],
    patch: ({ held, note, observation }) => {
        // The controller puts an annotation on everything that it has observed, so the map is there.
        const marks = held && observation.revision !== undefined;
        const mark = { op: 'add', path: heldPointer, value: note?.run ?? 'cancelled' };
        return [{ op: 'add', path: '/spec/paused', value: true }, ...(marks ? [mark] : unmark(observation))];
    },
    effect: ({ observation: before }, now) => {
        if (now.guard.uid !== before.guard.uid)
            return 'moved';
        return now.current && (0,holds/* isHeld */.i)(now) ? 'done' : 'waiting';
    },
};
/** Lifts the hold, and its mark. */
const resume = {
    guard: ['uid'],
    patch: ({ observation }) => lift(observation),
    effect: ({ observation: before }, now) => {
        if (now.guard.uid !== before.guard.uid)
            return 'moved';
        return now.current && !(0,holds/* isHeld */.i)(now) ? 'done' : 'waiting';
    },
};
const heldPointer = annotationPointer(heldAnnotation);
/** The operations that lift a hold, whoever made it; none where there is no hold. Pure. */
function lift(observation) {
    if (!(0,holds/* isHeld */.i)(observation))
        return [];
    return [{ op: 'add', path: '/spec/paused', value: false }, ...unmark(observation)];
}
function unmark({ held, pauses }) {
    const marked = held !== undefined || (0,holds/* isHeldByUs */.P)({ pauses });
    return marked ? [{ op: 'remove', path: heldPointer }] : [];
}
/** What a person holds is theirs to resume. */
function liftOurs(observation) {
    return (0,holds/* isHeldByUs */.P)(observation) ? lift(observation) : [];
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/writes/write.js
/** Whether a request still means what is there. Pure. */
function sameRevision(before, now) {
    return now.guard.uid === before.guard.uid && now.guard.hash === before.guard.hash;
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/writes/status.js

/** Takes the abort back; the controller then begins at step 0, with new analyses. */
const retry = {
    subresource: 'status',
    guard: ['uid', 'hash', 'abort'],
    patch: () => [{ op: 'replace', path: '/status/abort', value: false }],
    effect: ({ observation: before }, now) => {
        if (!sameRevision(before, now))
            return 'moved';
        return now.aborting ? 'waiting' : 'done';
    },
};
/**
 * The plugin's promote passes two pauses when it is sent twice; the pause's own start time in the guard lets
 * one of any number of promotes through (https://github.com/argoproj/argo-rollouts/issues/2929 is the like).
 * An inconclusive analysis of a step would begin again, so its step is left as the plugin leaves it.
 */
const promote = {
    subresource: 'status',
    guard: ['uid', 'hash', 'step', 'since', 'pauses'],
    patch: ({ observation: { pauses, guard } }) => {
        const clear = { op: 'remove', path: '/status/pauseConditions' };
        const skips = pauses.length > 0 && pauses.every((pause) => pause.skips === true);
        if (!skips || guard.step === undefined)
            return [clear];
        return [
            clear,
            { op: 'add', path: '/status/controllerPause', value: false },
            { op: 'replace', path: '/status/currentStepIndex', value: guard.step + 1 },
        ];
    },
    effect: ({ observation: before }, now) => {
        if (!sameRevision(before, now) || now.aborting)
            return 'moved';
        const samePause = now.guard.step === before.guard.step && now.guard.since === before.guard.since;
        return samePause ? 'waiting' : 'done';
    },
};
/**
 * On top of an abort this would ship the rejected revision to everybody, and the controller takes the later of the
 * two: hence the guard on both of the abort's fields.
 */
const promoteFull = {
    subresource: 'status',
    guard: ['uid', 'hash', 'stable', 'abort', 'abortedAt'],
    patch: () => [{ op: 'add', path: '/status/promoteFull', value: true }],
    effect: ({ observation: before }, now, answered) => {
        if (!sameRevision(before, now) || now.aborting)
            return 'moved';
        if (now.guard.stable === now.guard.hash)
            return 'done';
        if (now.promotingFull)
            return now.pauses.some(({ kind }) => kind !== 'manual') ? 'waiting' : 'done';
        return now.version > answered ? 'ignored' : 'waiting';
    },
};
/**
 * An abort that reaches the controller before it observed the candidate, after the promotion, or after a full
 * promotion was asked for, is dropped without a word (https://github.com/argoproj/argo-rollouts/issues/4461):
 * hence the guard, and `ignored` when the wish is gone and nothing was aborted.
 */
const abort = {
    subresource: 'status',
    guard: ['uid', 'hash', 'stable', 'promoteFull'],
    patch: () => [{ op: 'add', path: '/status/abort', value: true }],
    effect: ({ observation: before }, now, answered) => {
        if (!sameRevision(before, now))
            return 'moved';
        if (now.aborted !== undefined)
            return 'done';
        return !now.aborting && now.version > answered ? 'ignored' : 'waiting';
    },
};

;// CONCATENATED MODULE: ./build/targets/argo-rollout/images.js
/** The images of a pod template: its containers, then its init containers, in the template's order. */
function templateImages(template) {
    const { containers = [], initContainers = [] } = template?.spec ?? {};
    return [
        ...containers.map(({ name, image }) => ({ container: name, init: false, image })),
        ...initContainers.map(({ name, image }) => ({ container: name, init: true, image })),
    ];
}
/** Whether two templates run the same images in the same containers. */
function sameImages(one, other) {
    const key = ({ container, init, image }) => `${String(init)} ${container} ${image}`;
    return one.map(key).sort().join('\n') === other.map(key).sort().join('\n');
}
/** JSON Pointer of one container's image, below that of the template that it is in. */
function imagePointer(at, template, { container, init }) {
    const list = template.filter((image) => image.init === init);
    const index = list.findIndex((image) => image.container === container);
    return `${at}/spec/${init ? 'initContainers' : 'containers'}/${String(index)}/image`;
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/workload.js

/** The kinds that `spec.workloadRef` may name; the controller knows no others. */
const kinds = {
    Deployment: resources/* deployments */.bg,
    ReplicaSet: resources/* replicaSets */.SZ,
    PodTemplate: resources/* podTemplates */.R7,
};
/** The kinds of workload by name, for people. */
const workloadKinds = Object.keys(kinds);
/** The kind of the object that a Rollout's workloadRef names; undefined for one that Argo does not take. */
function workloadResource(kind) {
    return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}
/** The reference of a Rollout to its pod template; undefined where the template is inside. */
function workloadRef({ spec }) {
    const ref = spec?.workloadRef;
    return ref === undefined ? undefined : { kind: ref.kind ?? '', name: ref.name ?? '' };
}
/** A PodTemplate has its template on top, all others in their spec. */
function workloadTemplate({ spec, template }) {
    return template ?? spec?.template;
}
/** JSON Pointer of the pod template in an object of the kind. */
function templatePointer(kind) {
    return kind === 'PodTemplate' ? '/template' : '/spec/template';
}
/** What a write to the workload needs to know of it. Pure. */
function observeWorkload(workload) {
    const { kind, metadata } = workload;
    return {
        kind,
        name: metadata.name,
        uid: metadata.uid,
        generation: metadata.generation ?? 0,
        annotated: workloadTemplate(workload)?.metadata?.annotations !== undefined,
    };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/writes/template.js



/**
 * The generation stands for the whole spec, so an edit of somebody else in between refuses ours. Whether the
 * cluster began with it is told by the hash: observedGeneration is written first.
 */
const deploy = {
    toTemplate: true,
    guard: ['uid', 'generation'],
    patch: ({ observation, images }) => [
        ...images.map((image) => {
            const at = templatePointer(observation.workload?.kind);
            return { op: 'replace', path: imagePointer(at, observation.template, image), value: image.image };
        }),
        ...(observation.workload === undefined ? liftOurs(observation) : []),
    ],
    effect: ({ observation: before, images }, now, answered) => {
        if (now.guard.uid !== before.guard.uid)
            return 'moved';
        const wanted = images.every((image) => now.template.some((other) => sameImages([image], [other])));
        if (!wanted) {
            // Whether ours came before theirs or not at all, theirs is the later wish.
            const theirs = !sameImages(now.template, before.template);
            return theirs || now.version >= answered ? 'moved' : 'waiting';
        }
        return now.current && now.guard.hash !== before.guard.hash ? 'done' : 'waiting';
    },
};
/** Writes a whole template back. A hold would keep it from being followed, so it is lifted with the same write. */
const restore = {
    toTemplate: true,
    guard: ['uid', 'generation'],
    patch: ({ observation }, template) => [
        { op: 'replace', path: templatePointer(observation.workload?.kind), value: template },
        ...(observation.workload === undefined ? lift(observation) : []),
    ],
    effect: ({ observation: before, revision }, now) => {
        if (now.guard.uid !== before.guard.uid)
            return 'moved';
        if (!now.current || now.guard.hash === before.guard.hash)
            return 'waiting';
        return now.guard.hash === revision ? 'done' : 'moved';
    },
};
/** The controller replaces the pods that are older than this time; a workload gets a new revision instead. */
const restart = {
    toTemplate: true,
    guard: ['uid', 'generation'],
    patch: ({ observation: { workload }, at }) => {
        if (workload === undefined)
            return [{ op: 'add', path: '/spec/restartAt', value: toTime(at) }];
        const annotations = `${templatePointer(workload.kind)}/metadata/annotations`;
        return [
            ...(workload.annotated ? [] : [{ op: 'add', path: annotations, value: {} }]),
            // As `kubectl rollout restart` does.
            { op: 'add', path: `${annotations}/kubectl.kubernetes.io~1restartedAt`, value: toTime(at) },
        ];
    },
    effect: ({ observation: before, at }, now) => {
        if (now.guard.uid !== before.guard.uid)
            return 'moved';
        if (now.workload !== undefined) {
            return now.current && now.guard.hash !== before.guard.hash ? 'done' : 'waiting';
        }
        // A later restart of somebody else replaces the same pods.
        if (now.restart !== undefined && Date.parse(now.restart.at) >= Date.parse(toTime(at)))
            return 'done';
        return now.guard.generation > before.guard.generation ? 'moved' : 'waiting';
    },
};
/** The next whole second: the API server keeps no others, and in the present one pods may have been made already. */
function toTime(at) {
    return new Date(Math.ceil(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/writes/index.js



/** The requests that a Rollout understands. */
const writes = {
    deploy: deploy,
    restore: restore,
    retry: retry,
    promote: promote,
    'promote-full': promoteFull,
    abort: abort,
    restart: restart,
    pause: pause,
    resume: resume,
};

;// CONCATENATED MODULE: ./build/targets/argo-rollout/access.js




const access_why = {
    deploy: 'set the image',
    restore: 'go back to the template before',
    retry: 'start again',
    promote: 'promote',
    'promote-full': 'promote in full',
    abort: 'abort',
    restart: 'restart the pods',
    pause: 'hold it',
    resume: 'lift a hold',
};
/** What a run needs on a Rollout: reading, and the requests it may come to send. */
function rolloutAccess(name, namespace, requests, readings = []) {
    const rollout = { group: resources/* rollouts */.R9.group, resource: resources/* rollouts */.R9.plural, namespace, name };
    const read = [
        { ...rollout, verb: 'get', why: 'read the Rollout' },
        // Without these the Rollout is read again and again instead.
        { ...rollout, verb: 'list', why: 'see each change at once (optional)', optional: true },
        { ...rollout, verb: 'watch', why: 'see each change at once (optional)', optional: true },
        {
            group: resources/* replicaSets */.SZ.group,
            resource: resources/* replicaSets */.SZ.plural,
            verb: 'get',
            namespace,
            why: 'tell whether the status speaks of the new image',
        },
        ...[resources/* replicaSets */.SZ, resources/* pods */.Jw].map(({ group, plural }) => ({
            group,
            resource: plural,
            verb: 'list',
            namespace,
            why: 'show the tree (optional)',
            optional: true,
        })),
        ...[resources/* analysisRuns */.nR, resources/* experiments */.rC].map(({ group, plural }) => ({
            group,
            resource: plural,
            verb: 'list',
            namespace,
            why: 'show analyses (optional)',
            optional: true,
        })),
    ];
    const told = [...accessForRoutes(namespace), ...accessForDiagnosis(namespace)];
    const asks = requests.map((request) => ({
        ...rollout,
        ...(writes[request].subresource && { subresource: writes[request].subresource }),
        verb: 'patch',
        why: access_why[request],
    }));
    const noted = requests.length === 0
        ? []
        : [{ ...rollout, verb: 'patch', why: 'note which run did it (optional)', optional: true }];
    const { group, plural } = resources/* replicaSets */.SZ;
    const past = readings.includes('revisions')
        ? [{ group, resource: plural, verb: 'list', namespace, why: 'find the revision to go back to' }]
        : [];
    return [...read, ...past, ...told, ...asks, ...noted];
}
/** What a run needs beside, where the pod template is in a workload. */
function workloadAccess({ group, plural }, name, namespace, requests) {
    const workload = { group, resource: plural, namespace, name };
    const asks = requests.filter((request) => writes[request].toTemplate === true);
    return [
        { ...workload, verb: 'get', why: 'read the pod template' },
        { ...workload, verb: 'list', why: 'see each change at once (optional)', optional: true },
        { ...workload, verb: 'watch', why: 'see each change at once (optional)', optional: true },
        ...asks.map((request) => ({ ...workload, verb: 'patch', why: access_why[request] })),
    ];
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/attempt.js
/**
 * The runs of the attempt of now, in the order in which they began: a retry goes through the steps again with runs
 * of its own (`.1`, `.2`) under the same hash and revision, and what an earlier attempt measured does not speak of
 * this one. Pure.
 */
function currentRuns(rollout, runs) {
    const newest = [...Map.groupBy(runs, keyOf).values()].flatMap((same) => same.toSorted(byAttempt).slice(-1));
    return newest
        .filter((one) => !isOutdated(rollout, one) && !newest.some((other) => wentBack(one, other)))
        .toSorted((one, other) => created(one).localeCompare(created(other)));
}
/** Runs of the same key are the same analysis, run again. */
function keyOf({ place, analysis }) {
    return [place.role, place.step, withoutAttempt(analysis)].join('/');
}
function withoutAttempt(name) {
    return name.replace(/\.\d+$/, '');
}
function byAttempt(one, other) {
    const attempt = ({ run }) => Number(/\.(\d+)$/.exec(run.metadata.name)?.[1] ?? 0);
    return one.again - other.again || attempt(one) - attempt(other);
}
function created({ run }) {
    return run.metadata.creationTimestamp ?? '';
}
/** Steps are gone through in order: a run with a later one of an earlier step is of the attempt before. */
function wentBack(one, other) {
    const [step, later] = [one.place.step, other.place.step];
    return step !== undefined && later !== undefined && later < step && created(other) > created(one);
}
/** While the release goes on, its status names the background run of now, and the steps to come have none. */
function isOutdated({ status }, { run, place }) {
    const over = status?.abort === true || status?.currentPodHash === status?.stableRS;
    if (over)
        return false;
    if (place.role === 'background')
        return run.metadata.name !== status?.canary?.currentBackgroundAnalysisRunStatus?.name;
    return place.step !== undefined && place.step > (status?.currentStepIndex ?? Number.POSITIVE_INFINITY);
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/labels.js
/** The label that the controller gives to each ReplicaSet of a Rollout and its pods: the pod template hash. */
const hashLabel = 'rollouts-pod-template-hash';
/** The annotation that counts the revisions, on a Rollout and on its ReplicaSets. */
const revisionAnnotation = 'rollout.argoproj.io/revision';

// EXTERNAL MODULE: ./build/kube/redact.js
var redact = __nccwpck_require__(8959);
;// CONCATENATED MODULE: ./build/targets/argo-rollout/metric.js

/** What the controller writes into a measurement that it ended, whatever phase the provider gave it. */
const terminated = 'Metric Terminated';
/**
 * Each metric of an AnalysisRun with what was measured and what was asked of it. Pure.
 *
 * Arguments are filled in from the run, as the controller does. Those from a Secret have no value there and stay
 * as they are written; for the same reason the query is made from the template and not taken from the
 * `ResolvedPrometheusQuery` that the controller leaves.
 */
function metricsOf({ metadata, spec, status }) {
    const values = new Map(spec?.args?.map(({ name, value }) => [name, value]));
    const fill = (text) => text.replace(/\{\{\s*args\.([^{}\s]+)\s*\}\}/g, (whole, name) => values.get(name) ?? whole);
    return (spec?.metrics ?? []).map((metric) => {
        const result = status?.metricResults?.find(({ name }) => name === metric.name);
        const evidence = metricEvidence(metric, result, fill, spec?.terminate === true);
        const job = jobOf(result?.measurements?.at(-1), metadata.namespace ?? '');
        return { ...evidence, ...(job === undefined ? {} : { job }) };
    });
}
function metricEvidence(metric, result, fill, ended) {
    const { successCondition, failureCondition, consecutiveSuccessLimit } = metric;
    const [kind = 'unknown', provider] = Object.entries(metric.provider ?? {})[0] ?? [];
    const query = queryOf(provider);
    const limit = (value, standard) => fill(String(value ?? standard));
    return {
        name: metric.name,
        provider: kind === 'plugin' ? (Object.keys(provider ?? {})[0] ?? kind) : kind,
        verdict: verdictOf(metric, result, fill, ended),
        measurements: (result?.measurements ?? []).map(measurementOf),
        ...(successCondition ? { successCondition: fill(successCondition) } : {}),
        ...(failureCondition ? { failureCondition: fill(failureCondition) } : {}),
        limits: {
            failure: limit(metric.failureLimit, 0),
            inconclusive: limit(metric.inconclusiveLimit, 0),
            // The default of the controller: https://argo-rollouts.readthedocs.io/en/stable/features/analysis/
            consecutiveError: limit(metric.consecutiveErrorLimit, 4),
            ...(consecutiveSuccessLimit === undefined
                ? {}
                : { consecutiveSuccess: limit(consecutiveSuccessLimit, 0) }),
        },
        counts: {
            count: result?.count ?? 0,
            successful: result?.successful ?? 0,
            failed: result?.failed ?? 0,
            inconclusive: result?.inconclusive ?? 0,
            error: result?.error ?? 0,
            consecutiveError: result?.consecutiveError ?? 0,
        },
        message: result?.message ?? '',
        ...(query === undefined ? {} : { query: fill(query) }),
        dryRun: result?.dryRun === true,
    };
}
/**
 * When another metric fails or the run is terminated, the controller ends what is still being measured and calls
 * it Successful, or Inconclusive for a Job (1.10.1). Whatever was not measured as often as it should be has not
 * passed.
 */
function verdictOf(metric, result, fill, ended) {
    if (result === undefined)
        return ended ? 'Terminated' : 'Pending';
    const verdict = toVerdict(result.phase);
    if (verdict !== 'Successful' && verdict !== 'Inconclusive')
        return verdict;
    if (result.measurements?.at(-1)?.message === terminated)
        return 'Terminated';
    return verdict === 'Inconclusive' || wasFinished(metric, result, fill) ? verdict : 'Terminated';
}
function wasFinished({ count = 0, interval, consecutiveSuccessLimit }, result, fill) {
    const asked = Number(fill(String(count)));
    // Without a count it is measured once, or with an interval for ever.
    const wanted = asked === 0 ? (interval ? Number.POSITIVE_INFINITY : 1) : asked;
    const inARow = Number(fill(String(consecutiveSuccessLimit ?? 0)));
    return (result.count ?? 0) >= wanted || (inARow > 0 && (result.consecutiveSuccess ?? 0) >= inARow);
}
const verdicts = ['Successful', 'Failed', 'Inconclusive', 'Error', 'Running'];
/** A phase of Argo as a verdict; one that is empty or not known says nothing yet. */
function toVerdict(phase) {
    return verdicts.includes(phase ?? '') ? phase : 'Pending';
}
function measurementOf({ value = '', phase, message = '' }) {
    return { value, verdict: message === terminated ? 'Terminated' : toVerdict(phase), message };
}
function queryOf(provider) {
    const { query, url } = (provider ?? {});
    if (typeof query === 'string')
        return query;
    // A URL may hold a password or a token; one by one, so that only these are hidden.
    return typeof url === 'string' ? url.split('&').map(redact/* redact */.E).join('&') : undefined;
}
/** The Job of a measurement; the controller may keep Jobs in another namespace than the run. */
function jobOf(measurement, namespace) {
    const name = measurement?.metadata?.['job-name'];
    return name === undefined
        ? undefined
        : { name, namespace: measurement?.metadata?.['job-namespace'] ?? namespace };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/owner.js
/** Whether `owner` owns the object: by uid, because names come again. */
function isOwnedBy({ metadata }, owner) {
    return metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) === true;
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/analyses.js




/** Values of the label `rollout-type` that the controller gives the AnalysisRuns of a Rollout. */
const roles = {
    Step: 'step',
    Background: 'background',
    PrePromotion: 'prePromotion',
    PostPromotion: 'postPromotion',
};
/** The revision that is being released, or is there. Pure. */
function candidateOf({ metadata, status }) {
    return { hash: status?.currentPodHash ?? '', revision: metadata.annotations?.[revisionAnnotation] };
}
/**
 * What the analyses of one revision came to, in the order in which they began. Pure.
 *
 * Found by labels and owners and not by the Rollout's status, which forgets the names of a canary's analyses when
 * the step ends and at an abort.
 */
function analysesOf(rollout, runs, experiments, judged = candidateOf(rollout)) {
    const own = runs
        .filter((run) => isOwnedBy(run, rollout) && isOf(judged, run))
        .map((run) => ({ run, place: analyses_placeOf(run), analysis: '', again: 0 }));
    const below = experiments
        .filter((experiment) => isOwnedBy(experiment, rollout) && isOf(judged, experiment))
        .flatMap((experiment) => {
        const { step, again } = experimentPlace(experiment);
        const place = { role: 'experiment', ...(step === undefined ? {} : { step }) };
        return runs
            .filter((run) => isOwnedBy(run, experiment))
            .map((run) => ({
            run,
            place,
            analysis: run.metadata.name.slice(experiment.metadata.name.length),
            again,
        }));
    });
    return currentRuns(rollout, [...own, ...below]).map(({ run, place }) => analysisEvidence(run, place));
}
/** The same template may come again after a rollback, as another revision with analyses of its own. */
function isOf({ hash, revision }, { metadata }) {
    return metadata.labels?.[hashLabel] === hash && metadata.annotations?.[revisionAnnotation] === revision;
}
function analyses_placeOf({ metadata }) {
    const step = Number(metadata.labels?.['step-index']);
    const role = roles[metadata.labels?.['rollout-type'] ?? ''] ?? 'background';
    return { role, ...(Number.isNaN(step) ? {} : { step }) };
}
/** An Experiment is called `<rollout>-<hash>-<revision>-<step>`, and `…-1`, `…-2` when it is run again. */
function experimentPlace({ metadata }) {
    const hash = metadata.labels?.[hashLabel] ?? '';
    const rest = metadata.name.slice(metadata.name.indexOf(`-${hash}-`) + hash.length + 2);
    const [, step, again = 0] = rest.split('-').map(Number);
    return { step: step === undefined || Number.isNaN(step) ? undefined : step, again };
}
function analysisEvidence(run, place) {
    return {
        name: run.metadata.name,
        ...place,
        verdict: runVerdict(run),
        message: run.status?.message ?? '',
        metrics: metricsOf(run),
    };
}
/**
 * What an AnalysisRun came to. One that was terminated never passed: the controller calls it Successful, or
 * Inconclusive if a Job was under way, as nothing but the end of that Job is inconclusive then (1.10.1). Pure.
 */
function runVerdict(run) {
    const { spec, status } = run;
    const verdict = toVerdict(status?.phase);
    if (verdict === 'Failed' || verdict === 'Error')
        return verdict;
    if (spec?.terminate !== true && status?.message !== 'Run Terminated')
        return verdict;
    const judged = metricsOf(run).some((metric) => !metric.dryRun && metric.verdict === 'Inconclusive');
    return verdict === 'Inconclusive' && judged ? verdict : 'Terminated';
}

// EXTERNAL MODULE: ./build/kube/kube-error.js
var kube_error = __nccwpck_require__(9268);
// EXTERNAL MODULE: ./build/support/duration.js
var support_duration = __nccwpck_require__(2806);
;// CONCATENATED MODULE: ./build/targets/argo-rollout/route-step.js
/** A value longer than this is cut: a step is one cell of a table. */
const longest = 40;
/** `internal (X-Canary: exact true)`; a step without a match takes the route away. */
function describeHeaderRoute({ name = '', match }) {
    if (match === undefined)
        return `${name} (removed)`;
    const headers = match.map(({ headerName = '', headerValue }) => `${headerName}: ${words(headerValue)}`);
    return withMatches(name, headers);
}
/** `shadow 35% (method exact GET, path prefix /search)`; a step without a match takes the route away. */
function describeMirrorRoute({ name = '', percentage = 100, match }) {
    if (match === undefined)
        return `${name} (removed)`;
    const rules = match.flatMap(({ method, path, headers = {} }) => [
        ...(method === undefined ? [] : [`method ${words(method)}`]),
        ...(path === undefined ? [] : [`path ${words(path)}`]),
        ...Object.entries(headers).map(([header, value]) => `${header}: ${words(value)}`),
    ]);
    return withMatches(`${name} ${String(percentage)}%`, rules);
}
function withMatches(name, matches) {
    return matches.length === 0 ? name : `${name} (${matches.join(', ')})`;
}
function words(match) {
    const [[how, value] = ['exact', '']] = Object.entries(match ?? {});
    return `${how} ${value.length > longest ? `${value.slice(0, longest)}…` : value}`;
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/steps.js


/** The canary steps of a Rollout; empty for a rolling update. */
function canarySteps(rollout) {
    return rollout.spec?.strategy?.canary?.steps ?? [];
}
/** Milliseconds of a timed pause; undefined for a pause that waits for somebody, NaN for what cannot be read. */
function pauseDuration(step) {
    const duration = step?.pause?.duration;
    if (duration === undefined)
        return undefined;
    try {
        return (0,support_duration/* parseDuration */.E9)(duration);
    }
    catch {
        // The controller calls such a spec invalid, which is for it to say.
        return Number.NaN;
    }
}
/** A step in the words of its own YAML, for the log and the timeline. */
function describeStep(step) {
    if (step.setWeight !== undefined)
        return `setWeight ${String(step.setWeight)}`;
    if (step.pause !== undefined) {
        const { duration } = step.pause;
        return duration === undefined
            ? 'pause'
            : `pause ${String(duration)}${/^\d+$/.test(String(duration)) ? 's' : ''}`;
    }
    if (step.analysis !== undefined) {
        return named('analysis', step.analysis.templates?.map(({ templateName }) => templateName));
    }
    if (step.experiment !== undefined)
        return describeExperiment(step.experiment);
    if (step.setCanaryScale !== undefined)
        return `setCanaryScale ${describeScale(step.setCanaryScale)}`;
    if (step.setHeaderRoute !== undefined)
        return `setHeaderRoute ${describeHeaderRoute(step.setHeaderRoute)}`;
    if (step.setMirrorRoute !== undefined)
        return `setMirrorRoute ${describeMirrorRoute(step.setMirrorRoute)}`;
    if (step.plugin !== undefined)
        return named('plugin', [step.plugin.name]);
    // A kind of step that is newer than this action is shown by the key it has in the manifest.
    return Object.keys(step)[0] ?? 'step';
}
function named(kind, names) {
    return [kind, ...(names ?? []).filter((name) => name !== undefined)].join(' ');
}
function describeExperiment({ templates, duration }) {
    const sides = templates?.map(({ name, weight }) => weight === undefined ? name : `${name ?? ''} (weight ${String(weight)})`);
    return named('experiment', [...(sides ?? []), ...(duration === undefined ? [] : [`for ${duration}`])]);
}
function describeScale(scale) {
    if (scale.weight !== undefined)
        return `weight ${String(scale.weight)}`;
    if (scale.replicas !== undefined)
        return `replicas ${String(scale.replicas)}`;
    return 'matchTrafficWeight';
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/objects.js





/**
 * Reads the ReplicaSets, pods, AnalysisRuns and Experiments of a Rollout; what is forbidden is left out and named
 * once in `notices`. AnalysisRuns and Experiments are asked for only where the strategy can have them, so that a
 * Rollout without needs no permission for them. Of Experiments those of the hash `judged` are read with what they
 * made.
 */
async function readObjects(client, namespace, rollout, judged, signal) {
    const notices = new Set();
    const list = async (resource, selection) => {
        try {
            return (await client.list(resource, { namespace, ...selection, signal })).items;
        }
        catch (error) {
            if (!(error instanceof kube_error/* KubeError */.a) || error.kind !== 'forbidden')
                throw error;
            notices.add(`${(0,resources/* resourceName */.Iy)(resource)} are not shown: this needs the permission to list them.`);
            return [];
        }
    };
    const selection = { labelSelector: selectorOf(rollout) };
    const [sets, all, runs] = await Promise.all([
        list(resources/* replicaSets */.SZ, selection),
        list(resources/* pods */.Jw, selection),
        hasAnalyses(rollout) ? list(resources/* analysisRuns */.nR, selection) : [],
    ]);
    const hashes = sets.map(({ metadata }) => metadata.labels?.[hashLabel]);
    const found = hasExperiments(rollout) ? await readExperiments(list, rollout, hashes) : [];
    // Of other revisions only what has the labels: their analyses would be a request each, and are history.
    const ofJudged = found.filter(({ metadata }) => metadata.labels?.[hashLabel] === judged);
    const below = await Promise.all(ofJudged.map((experiment) => readBelow(list, experiment, sets)));
    const objects = {
        sets: [...sets, ...below.flatMap((part) => part.sets)],
        pods: [...all, ...below.flatMap((part) => part.pods)],
        analysisRuns: [...runs, ...below.flatMap((part) => part.analysisRuns)],
        experiments: found,
    };
    return { objects, notices: [...notices] };
}
function selectorOf({ spec }) {
    return Object.entries(spec?.selector?.matchLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
}
function hasAnalyses({ spec }) {
    const { canary, blueGreen } = spec?.strategy ?? {};
    const steps = canary?.steps ?? [];
    return (steps.some(({ analysis }) => analysis !== undefined) ||
        [canary?.analysis, blueGreen?.prePromotionAnalysis, blueGreen?.postPromotionAnalysis].some((analysis) => analysis !== undefined));
}
function hasExperiments(rollout) {
    return canarySteps(rollout).some(({ experiment }) => experiment !== undefined);
}
/** An Experiment has the labels of the Rollout itself, which may be none, and the hash of the revision it tries. */
async function readExperiments(list, rollout, hashes) {
    const { currentPodHash, stableRS } = rollout.status ?? {};
    const known = new Set([...hashes, currentPodHash, stableRS].filter((hash) => hash !== undefined));
    if (known.size === 0)
        return [];
    const labelSelector = `${hashLabel} in (${[...known].join(',')})`;
    const all = await list(resources/* experiments */.rC, { labelSelector });
    return all.filter((experiment) => isOwnedBy(experiment, rollout));
}
/**
 * What an Experiment made: its AnalysisRuns have no labels and are asked for by name; its ReplicaSets and pods may
 * have other labels than those of the Rollout, `known` are the ReplicaSets that have the same.
 */
async function readBelow(list, experiment, known) {
    const byName = async (resource, names) => {
        const found = names.map((name) => list(resource, { fieldSelector: `metadata.name=${name}` }));
        return (await Promise.all(found)).flat().filter((object) => isOwnedBy(object, experiment));
    };
    const templates = (experiment.spec?.templates ?? []).map(({ name }) => `${experiment.metadata.name}-${name}`);
    const unknown = templates.filter((name) => known.every(({ metadata }) => metadata.name !== name));
    const [sets, runs] = await Promise.all([
        byName(resources/* replicaSets */.SZ, unknown),
        byName(resources/* analysisRuns */.nR, (experiment.status?.analysisRuns ?? []).map(({ analysisRun }) => analysisRun)),
    ]);
    const all = await Promise.all(sets.map(({ metadata }) => list(resources/* pods */.Jw, { labelSelector: `${hashLabel}=${metadata.labels?.[hashLabel] ?? ''}` })));
    return { sets, pods: all.flat(), analysisRuns: runs };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/roles.js
/**
 * What a ReplicaSet is to the release now, in the plugin's words and order; empty for one of the past. In a blueGreen
 * the stable one and the active one are the same, except while the new one is being judged after the switch.
 */
function rolesOf(rollout, set) {
    const { metadata, spec, status } = rollout;
    const is = (hash) => hash !== undefined && hash !== '' && set.metadata.name === `${metadata.name}-${hash}`;
    const stable = is(status?.stableRS);
    if (spec?.strategy?.blueGreen === undefined)
        return stable ? ['stable'] : is(status?.currentPodHash) ? ['canary'] : [];
    const { activeSelector, previewSelector } = status?.blueGreen ?? {};
    const side = is(activeSelector) ? ['active'] : is(previewSelector) ? ['preview'] : [];
    return stable ? ['stable', ...side] : side;
}

;// CONCATENATED MODULE: ./build/ownership/last-change.js
/**
 * Managers that only react to what others wrote: Argo Rollouts fills in defaults of the template, and its entry gets
 * a new time with each new revision, so it would always seem to be the last.
 */
const reacting = ['rollouts-controller'];
/**
 * The newest write of a manager that owns one of the fields, or something below them; undefined if nobody is known.
 * The fields say whether the object or its status is meant: `['status', 'abort']` tells who aborted. An entry has
 * one time for all fields of its manager: who set the image and changes the replicas later seems to have set the
 * image then. The server gives a write through `scale` no time, so that one does not count. Pure.
 */
function lastChange({ managedFields = [] }, fields) {
    return managedFields
        .filter(({ manager = '' }) => !reacting.includes(manager))
        .filter(({ fieldsV1 = {} }) => fields.some((path) => owns(fieldsV1, path)))
        .flatMap(changeOf)
        .toSorted((one, other) => one.at.localeCompare(other.at))
        .at(-1);
}
/** Every manager that owns the field or something below it; whoever changes a value takes it from the others. Pure. */
function managersOf({ managedFields = [] }, field) {
    return managedFields
        .filter(({ fieldsV1 = {} }) => owns(fieldsV1, field))
        .map(({ manager = 'unknown' }) => manager);
}
function changeOf({ manager = 'unknown', time }) {
    return time === undefined ? [] : [{ manager, at: time }];
}
/** An empty set is a field that is owned as a whole, with all that is below it. */
function owns(fields, [field, ...below]) {
    if (field === undefined)
        return true;
    const inside = fields[`f:${field}`];
    return inside !== undefined && (Object.keys(inside).length === 0 || owns(inside, below));
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/weight.js

/**
 * Desired and actual weight of the candidate as `kubectl argo rollouts get rollout` shows them, but always in
 * percent: the last setWeight up to the current step (all steps done: 100, aborted: 0), and what the routes
 * or, without traffic routing, the pods make of it.
 */
function observeWeight(rollout) {
    // A blueGreen has no weight: its sides say who has the traffic.
    if (rollout.spec?.strategy?.blueGreen !== undefined)
        return {};
    const desired = desiredWeight(rollout);
    const actual = actualWeight(rollout);
    return { desired, ...(actual === undefined ? {} : { actual }) };
}
function desiredWeight(rollout) {
    const { status } = rollout;
    const steps = canarySteps(rollout);
    if (status?.abort === true && status.abortedAt !== undefined)
        return 0;
    const index = status?.currentStepIndex ?? steps.length;
    if (index >= steps.length)
        return 100;
    const passed = steps.slice(0, index + 1).map((step) => step.setWeight);
    return toPercent(rollout, passed.findLast((weight) => weight !== undefined) ?? 0);
}
function actualWeight(rollout) {
    const { status } = rollout;
    const done = status?.currentPodHash !== undefined && status.currentPodHash === status.stableRS;
    if (done)
        return 100;
    if (rollout.spec?.strategy?.canary?.trafficRouting === undefined)
        return weightByPods(rollout);
    const weight = status?.canary?.weights?.canary?.weight;
    return weight === undefined ? undefined : toPercent(rollout, weight);
}
/**
 * The status counts available pods only over both sides, so what cannot be told apart is held against the
 * candidate: the share shown is never larger than the true one.
 */
function weightByPods({ status }) {
    const available = status?.availableReplicas ?? 0;
    const updated = status?.updatedReplicas ?? 0;
    const old = (status?.replicas ?? 0) - updated;
    const updatedAvailable = Math.min(updated, Math.max(0, available - old));
    return available === 0 ? 0 : Math.floor((updatedAvailable * 100) / available);
}
/** What the weights of steps and status are out of; only NGINX and plugins may have another than 100. */
function maxTrafficWeight({ spec }) {
    const routing = spec?.strategy?.canary?.trafficRouting;
    return routing?.maxTrafficWeight ?? 100;
}
/** A weight of a step or of the status in percent, to a hundredth: 5 of 1000 are 0.5. */
function toPercent(rollout, weight) {
    return Number(((weight * 100) / maxTrafficWeight(rollout)).toFixed(2));
}

// EXTERNAL MODULE: ./build/ownership/describe-change.js
var describe_change = __nccwpck_require__(138);
;// CONCATENATED MODULE: ./build/targets/argo-rollout/settled.js
/**
 * An abort counts once the controller acted on it: `abort` alone may still be dropped without a word
 * (https://github.com/argoproj/argo-rollouts/issues/4461). A cause after the revision number is the
 * controller's own; a person's abort has none.
 */
function observeAbort({ status }) {
    if (status?.abort !== true || status.abortedAt === undefined)
        return undefined;
    const cause = /aborted update to revision \d+: (.+)$/s.exec(status.message ?? '')?.[1] ?? '';
    return { by: cause === '' ? 'person' : 'controller', cause };
}
/** Phase alone is early: it turns before pods are gone, before a Service is switched and the last weight is written. */
function observeSettled(rollout) {
    const isBlueGreen = rollout.spec?.strategy?.blueGreen !== undefined;
    const onStable = isBlueGreen ? isSwitchedToStable(rollout) : isWeightOnStable(rollout);
    if (observeAbort(rollout) !== undefined) {
        const back = onStable && (isBlueGreen || isCanaryGone(rollout));
        return back && hasItsPods(rollout) ? 'aborted' : undefined;
    }
    const { status } = rollout;
    const promoted = status?.phase === 'Healthy' && status.stableRS !== undefined && status.stableRS === status.currentPodHash;
    return promoted && onStable ? 'healthy' : undefined;
}
/** The message of a failed post-promotion analysis comes 24 ms before traffic is switched back. */
function isSwitchedToStable({ status }) {
    const active = status?.blueGreen?.activeSelector;
    return active === undefined || active === status?.stableRS;
}
/** Healthy is written with canary 100 and stable 0; the weights are turned round 0.1 s later. */
function isWeightOnStable({ status }) {
    const weights = status?.canary?.weights;
    if (weights === undefined)
        return true;
    const hash = weights.stable?.podTemplateHash;
    return (weights.canary?.weight ?? 0) === 0 && (hash === undefined || hash === status?.stableRS);
}
/** With traffic routing the canary's pods stay for abortScaleDownDelaySeconds, without traffic. */
function isCanaryGone({ spec, status }) {
    const routed = spec?.strategy?.canary?.trafficRouting !== undefined;
    return routed ? status?.canary?.weights !== undefined : (status?.updatedReplicas ?? 0) === 0;
}
function hasItsPods({ spec, status }) {
    return (status?.availableReplicas ?? 0) >= (spec?.replicas ?? 1);
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/routes/drift.js



/**
 * A sentence for each object whose routes are not as the controller set them. Pure.
 *
 * Most routers set them back when the object changes; the plugin of the Gateway API does so only when the Rollout
 * changes, so what Argo CD or a person put back stays
 * (https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi/issues/208).
 */
function describeDrift(rollout, read) {
    const set = rollout.status?.canary?.weights?.canary?.weight;
    // While a release moves, its routes are a moment ahead of its status.
    if (set === undefined || !isStanding(rollout))
        return [];
    const total = maxTrafficWeight(rollout);
    return read.flatMap(({ routes, changed }) => {
        const other = routes.find((route) => route.canary * total !== set * route.total);
        if (other === undefined)
            return [];
        const { kind, name, canary } = other;
        const is = `${kind} ${name} gives the canary ${share(canary, other.total)}, and the controller set ${share(set, total)}`;
        const who = `the routes were last ${(0,describe_change/* describeChange */.u)(changed, undefined)}`;
        return [`${is}: ${who}. Traffic follows the route and not the release.`];
    });
}
function isStanding(rollout) {
    return (rollout.status?.pauseConditions ?? []).length > 0 || observeSettled(rollout) !== undefined;
}
function share(weight, total) {
    return `${String(weight)} of ${String(total)}`;
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/routes/read.js






/**
 * Reads the weights where the router reads them; where nothing can be read, they are those of the status.
 * Throws KubeError for anything but what is forbidden or missing.
 */
async function readRoutes(client, rollout, signal) {
    const all = await Promise.all(routeObjects(rollout).map((one) => readOne(client, one, signal)));
    const routes = all.flatMap((one) => one.routes);
    const drift = await confirmedDrift(client, rollout, all, signal);
    return {
        routes: routes.length === 0 ? statusRoutes(rollout) : routes,
        notices: [...all.flatMap((one) => one.notices), ...drift],
    };
}
/** The release may have gone on between the two reads: what differs is told if the Rollout is still as it was. */
async function confirmedDrift(client, rollout, read, signal) {
    const drift = describeDrift(rollout, read);
    if (drift.length === 0)
        return [];
    const { namespace = '', name } = rollout.metadata;
    const now = await client.get({ resource: resources/* rollouts */.R9, namespace, name }, { signal });
    return describeDrift(now, read).filter((sentence) => drift.includes(sentence));
}
async function readOne(client, one, signal) {
    try {
        const object = await client.get(one.ref, { signal });
        const routes = one.read(object);
        const none = `${nameOf(one.ref)} has no route with the Services or subsets of this Rollout.`;
        const changed = lastChange(object.metadata, one.weightFields);
        return { routes, changed, notices: routes.length === 0 ? [none] : [] };
    }
    catch (error) {
        const notice = error instanceof kube_error/* KubeError */.a ? noticeFor(error, one.ref) : undefined;
        if (notice === undefined)
            throw error;
        return { routes: [], changed: undefined, notices: [notice] };
    }
}
function noticeFor({ kind }, ref) {
    const [name, resource] = [nameOf(ref), (0,resources/* resourceName */.Iy)(ref.resource)];
    const notices = {
        forbidden: `The weights of ${name} are not read: this needs the permission to get ${resource}.`,
        'not-found': `${name} is not there, though this Rollout routes by it.`,
        'no-such-resource': `The cluster does not know ${resource}, though this Rollout routes by ${name}.`,
    };
    return notices[kind];
}
function nameOf({ resource, namespace, name }) {
    return `${resource.kind} ${namespace}/${name}`;
}
/** The weights of the status, one for each router: what the controller says it has set. Pure. */
function statusRoutes(rollout) {
    const weights = rollout.status?.canary?.weights;
    if (weights === undefined)
        return [];
    const { stable, canary } = weights;
    return Object.keys(routersOf(rollout)).map((kind) => ({
        ...{ kind, name: '', managed: [], from: 'status' },
        stable: stable?.weight ?? 0,
        canary: canary?.weight ?? 0,
        total: maxTrafficWeight(rollout),
    }));
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/tree-node.js
/** An object as a node of the tree. */
function treeNode({ metadata }, kind, status, info, children) {
    const created = metadata.creationTimestamp;
    return { name: metadata.name, kind, status, ...(created === undefined ? {} : { created }), info, children };
}
/** As the plugin sorts pods: the oldest first, and of the same second by name. */
function byAge({ metadata: one }, { metadata: other }) {
    const key = ({ creationTimestamp = '', name }) => `${creationTimestamp} ${name}`;
    return key(one).localeCompare(key(other));
}
/** As the plugin sorts AnalysisRuns: the oldest first, and of the same second the last name first. */
function byStart({ metadata: one }, { metadata: other }) {
    const [first = '', second = ''] = [one.creationTimestamp, other.creationTimestamp];
    return first.localeCompare(second) || other.name.localeCompare(one.name);
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/analysis-tree.js



/**
 * An AnalysisRun in the tree with its Jobs, as the plugin shows it, except that one which was terminated is not
 * shown as `Successful`. Pure.
 */
function analysisRunNode(run) {
    const status = run.status?.phase ? runVerdict(run) : '';
    const results = run.status?.metricResults ?? [];
    return treeNode(run, 'AnalysisRun', status, countsOf(results), jobNodes(run));
}
/** How often all metrics together were measured, by what came of it. */
function countsOf(results) {
    const sum = (count) => results.reduce((total, result) => total + (count(result) ?? 0), 0);
    const counts = [
        ['✔', sum(({ successful }) => successful)],
        ['✖', sum(({ failed }) => failed)],
        ['?', sum(({ inconclusive }) => inconclusive)],
        ['⚠', sum(({ error }) => error)],
    ];
    return counts.filter(([, count]) => count > 0).map(([icon, count]) => `${icon} ${String(count)}`);
}
/** The Jobs as the measurements tell of them: they need no request and no permission. */
function jobNodes({ metadata, status }) {
    const measurements = (status?.metricResults ?? []).flatMap((result) => result.measurements ?? []);
    return measurements.flatMap((measurement) => {
        const job = jobOf(measurement, metadata.namespace ?? '');
        if (job === undefined)
            return [];
        const { phase = '', startedAt } = measurement;
        const created = startedAt === undefined ? {} : { created: startedAt };
        return [{ name: job.name, kind: 'Job', status: phase, ...created, info: [], children: [] }];
    });
}

;// CONCATENATED MODULE: ./build/ownership/owner.js
/** Argo CD writes as either, by its version and by how it applies. */
const argoManagers = ['argocd-controller', 'argocd-application-controller'];
/**
 * Who keeps this object in step, from its labels, annotations and managedFields; undefined if nobody is known
 * to. The tool that comes first in the chain wins: Argo CD and Flux render charts of Helm. Pure.
 */
function ownerOf(metadata) {
    return argoCd(metadata) ?? fluxKustomization(metadata) ?? fluxHelmRelease(metadata) ?? byHand(metadata);
}
/**
 * The tracking annotation is `<application>:<group>/<kind>:<namespace>/<name>`, with `<namespace>_` before the
 * application if that lives outside Argo CD's own. The label alone proves nothing: charts set it too.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 */
function argoCd(metadata) {
    const { labels = {}, annotations = {} } = metadata;
    const tracked = annotations['argocd.argoproj.io/tracking-id']?.split(':')[0];
    if (tracked) {
        const [name = '', namespace = ''] = tracked.split('_').toReversed();
        return owner('argo-cd', name, namespace);
    }
    return written(metadata, argoManagers) ? owner('argo-cd', labels['app.kubernetes.io/instance']) : undefined;
}
/** https://fluxcd.io/flux/components/kustomize/kustomizations/: labels, and the manager of its apply. */
function fluxKustomization(metadata) {
    return flux(metadata, 'flux-kustomization', 'kustomize');
}
/** https://fluxcd.io/flux/components/helm/helmreleases/: labels, and the manager of its Helm. */
function fluxHelmRelease(metadata) {
    return flux(metadata, 'flux-helm-release', 'helm');
}
function flux(metadata, tool, controller) {
    const name = metadata.labels?.[`${controller}.toolkit.fluxcd.io/name`];
    const namespace = metadata.labels?.[`${controller}.toolkit.fluxcd.io/namespace`];
    const known = name !== undefined || written(metadata, [`${controller}-controller`]);
    return known ? owner(tool, name, namespace) : undefined;
}
/** Helm's label without its annotation is in every chart that Argo CD or `helm template` rendered. */
function byHand(metadata) {
    const { labels = {}, annotations = {} } = metadata;
    const release = annotations['meta.helm.sh/release-name'];
    if (labels['app.kubernetes.io/managed-by'] === 'Helm' && release) {
        return owner('helm', release, annotations['meta.helm.sh/release-namespace']);
    }
    const applied = annotations['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
    return applied || written(metadata, ['kubectl-client-side-apply']) ? owner('kubectl-apply') : undefined;
}
function written({ managedFields = [] }, managers) {
    return managedFields.some(({ manager = '' }) => managers.includes(manager));
}
function owner(tool, name, namespace) {
    return { tool, ...(name ? { name } : {}), ...(namespace ? { namespace } : {}) };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/analysis-status.js

/** The analyses and the experiment that the status names now. Pure. */
function observeAnalyses({ status }) {
    const { canary, blueGreen } = status ?? {};
    const experiment = canary?.currentExperiment;
    return [
        ...analysis('step', canary?.currentStepAnalysisRunStatus),
        ...analysis('background', canary?.currentBackgroundAnalysisRunStatus),
        ...analysis('prePromotion', blueGreen?.prePromotionAnalysisRunStatus),
        ...analysis('postPromotion', blueGreen?.postPromotionAnalysisRunStatus),
        ...(experiment ? analysis('experiment', { name: experiment }) : []),
    ];
}
function analysis(role, raw) {
    if (raw?.name === undefined)
        return [];
    // A run that was ended early is called Successful, with this message and no verdict.
    const terminated = raw.message === 'Run Terminated';
    return [{ name: raw.name, role, status: raw.status ?? '', terminated }];
}
/**
 * A step waits for its analysis, experiment or plugin, or a blueGreen around its switch for an analysis: it stands
 * still, and rightly so. A plugin that the controller does not have is never Running. Pure.
 */
function isMeasuring(rollout) {
    const { status } = rollout;
    if (status?.abort === true)
        return false;
    const index = status?.currentStepIndex ?? Number.POSITIVE_INFINITY;
    const step = canarySteps(rollout)[index];
    if (step?.analysis !== undefined || step?.experiment !== undefined)
        return true;
    if (step?.plugin !== undefined && isPluginRunning(rollout, index))
        return true;
    return observeAnalyses(rollout).some(({ role, status: verdict, name }) => (role === 'prePromotion' || role === 'postPromotion') &&
        isOfCandidate(rollout, name) &&
        ['', 'Pending', 'Running'].includes(verdict));
}
function isPluginRunning({ status }, step) {
    return (status?.canary?.stepPluginStatuses ?? []).some(({ index = 0, operation, phase }) => index === step && operation === 'Run' && phase === 'Running');
}
/** The name of an AnalysisRun carries the hash that it judges; a status may still name that of another. */
function isOfCandidate({ status }, name) {
    return name.includes(`-${status?.currentPodHash ?? ''}-`);
}
/**
 * Why the gate of a blueGreen may not be passed: after a retry it comes together with a new pre-promotion analysis,
 * and an analysis that was ended early is called Successful. A post-promotion analysis before the switch is that of
 * an attempt before, which somebody took up again by a retry.
 */
function observeUnproven(rollout) {
    const gate = (rollout.status?.pauseConditions ?? []).some(({ reason }) => reason === 'BlueGreenPause');
    if (!gate)
        return undefined;
    const untested = observeUntested(rollout);
    return untested === undefined ? observeUnprovenPreview(rollout) : `It was retried, and ${untested}.`;
}
function observeUnprovenPreview(rollout) {
    if (rollout.spec?.strategy?.blueGreen?.prePromotionAnalysis === undefined)
        return undefined;
    const pre = observeAnalyses(rollout).find(({ role }) => role === 'prePromotion');
    if (pre === undefined || !isOfCandidate(rollout, pre.name)) {
        return 'Its pre-promotion analysis has not begun, so nothing is known of this revision.';
    }
    if (pre.terminated) {
        return `Its pre-promotion analysis ${pre.name} was ended before its measurements, so it is no verdict.`;
    }
    return pre.status === 'Successful'
        ? undefined
        : `Its pre-promotion analysis ${pre.name} is ${pre.status || 'about to begin'}.`;
}
/**
 * Why a retry would ship the candidate unseen: the controller makes no new post-promotion analysis for it. One that
 * was ended by the abort counts as Successful then, and one that failed undoes the retry at once.
 */
function observeUntested(rollout) {
    if (rollout.spec?.strategy?.blueGreen?.postPromotionAnalysis === undefined)
        return undefined;
    const post = observeAnalyses(rollout).find(({ role }) => role === 'postPromotion');
    if (post === undefined || !isOfCandidate(rollout, post.name))
        return undefined;
    const verdict = post.terminated ? 'ended early' : post.status;
    return `a retry uses its old post-promotion analysis ${post.name} (${verdict}) in place of a new one`;
}

// EXTERNAL MODULE: ./build/kube/client.js + 6 modules
var client = __nccwpck_require__(3493);
;// CONCATENATED MODULE: ./build/targets/argo-rollout/pauses.js




/** Everything that holds a Rollout now; the message names only the first. Pure. */
function observePauses(rollout) {
    const { metadata, spec, status } = rollout;
    const byController = (status?.pauseConditions ?? []).map((condition) => toPause(rollout, condition));
    if (spec?.paused !== true)
        return byController;
    return [...byController, { kind: 'manual', ...(isHeldByUs(metadata) ? { ours: true } : {}) }];
}
/** The mark stays when somebody resumes the Rollout without us; their next hold is theirs. */
function isHeldByUs(metadata) {
    if (metadata.annotations?.[heldAnnotation] === undefined)
        return false;
    const managers = managersOf(metadata, ['spec', 'paused']);
    return managers.length === 0 || managers.includes(client/* FIELD_MANAGER */.v);
}
function toPause(rollout, { reason, startTime: since }) {
    if (reason.startsWith('Inconclusive')) {
        const skips = isSkipped(rollout, reason);
        return { kind: 'inconclusive', since, ...(skips ? { skips: true } : {}) };
    }
    const duration = reason === 'BlueGreenPause' ? blueGreenDuration(rollout) : pauseDuration(currentStep(rollout));
    if (duration === undefined)
        return { kind: 'gate', since };
    const until = Date.parse(since) + duration;
    return { kind: 'timed', since, ...(Number.isNaN(until) ? {} : { until }) };
}
function currentStep(rollout) {
    return canarySteps(rollout)[rollout.status?.currentStepIndex ?? 0];
}
/** The plugin moves on to the next step only for the analysis of a canary step (getPatches, cmd/promote). */
function isSkipped(rollout, reason) {
    const { status } = rollout.status?.canary?.currentStepAnalysisRunStatus ?? {};
    return (reason === 'InconclusiveAnalysisRun' &&
        currentStep(rollout)?.analysis !== undefined &&
        status === 'Inconclusive');
}
/** The seconds count only while autoPromotionEnabled is not false; with false the pause has no end. */
function blueGreenDuration({ spec }) {
    const { autoPromotionEnabled, autoPromotionSeconds = 0 } = spec?.strategy?.blueGreen ?? {};
    return autoPromotionEnabled !== false && autoPromotionSeconds > 0 ? autoPromotionSeconds * 1000 : undefined;
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/template-fit.js
/**
 * Whether a ReplicaSet's pod template can be what a spec's became: everything that is written in the spec is in it,
 * and what the API server fills in is not looked at. Quantities are left out, because the server writes them in
 * another form (`1000m` becomes `1`). Pure.
 *
 * Two templates with the same images may differ in an annotation or a variable (a changed ConfigMap); without this a
 * status that is behind by such a change would look new.
 */
function fitsTemplate(wanted, is) {
    if (isEmpty(wanted))
        return true;
    if (Array.isArray(wanted)) {
        return (Array.isArray(is) &&
            wanted.length === is.length &&
            wanted.every((item, index) => fitsTemplate(item, is[index])));
    }
    if (typeof wanted !== 'object' || wanted === null)
        return wanted === is;
    if (typeof is !== 'object' || is === null)
        return false;
    const there = is;
    return Object.entries(wanted).every(([key, value]) => quantities.has(key) || fitsTemplate(value, there[key]));
}
/** Fields that hold quantities, or that the controller adds to every pod. */
const quantities = new Set([
    'resources',
    'sizeLimit',
    'divisor',
    'overhead',
    'affinity',
]);
/** The server leaves out what has the value zero. */
function isEmpty(value) {
    if (value === undefined || value === null || value === '' || value === 0 || value === false)
        return true;
    return typeof value === 'object' && Object.values(value).every(isEmpty);
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/observe.js












/** Where the pod template is: in a Rollout and most workloads, and in a PodTemplate. */
const templateFields = [['spec', 'template'], ['template']];
/**
 * What a Rollout says, as one readonly value. Pure.
 *
 * Without the template of the ReplicaSet that `status.currentPodHash` names, or when it is not the spec's, the
 * observation is not `current`: the controller writes observedGeneration up to 23 ms before the new hash, so the
 * numbers alone make an old status look new.
 */
function observe(rollout, beside = {}) {
    const { metadata, spec, status } = rollout;
    const template = templateImages(desiredTemplate(rollout, beside));
    const steps = canarySteps(rollout);
    const hash = status?.currentPodHash;
    const revision = Number(metadata.annotations?.[revisionAnnotation]);
    const { restartAt } = spec ?? {};
    return {
        current: isCurrent(rollout, beside),
        version: Number(metadata.resourceVersion),
        ...observePhase(rollout),
        template,
        ...optional('workload', beside.workload && observeWorkload(beside.workload)),
        ...optional('candidate', revisionOf(hash, beside)),
        ...optional('stable', revisionOf(status?.stableRS, beside)),
        ...optional('sides', observeSides(rollout, beside)),
        ...optional('revision', Number.isNaN(revision) ? undefined : revision),
        ...(steps.length === 0 ? {} : { step: { index: status?.currentStepIndex ?? 0, of: steps.length } }),
        steps: steps.map(describeStep),
        weight: observeWeight(rollout),
        replicas: {
            desired: spec?.replicas ?? 1,
            current: status?.replicas ?? 0,
            updated: status?.updatedReplicas ?? 0,
            ready: status?.readyReplicas ?? 0,
            available: status?.availableReplicas ?? 0,
        },
        pauses: observePauses(rollout),
        measuring: isMeasuring(rollout),
        analyses: observeAnalyses(rollout),
        ...optional('unproven', observeUnproven(rollout)),
        ...optional('untested', observeUntested(rollout)),
        rollbackWindow: spec?.rollbackWindow !== undefined,
        promotingFull: status?.promoteFull === true,
        ...optional('restart', restartAt && { at: restartAt, done: isSameTime(status?.restartedAt, restartAt) }),
        ...optional('aborted', observeAbort(rollout)),
        aborting: status?.abort === true || status?.abortedAt !== undefined,
        invalid: isInvalid(rollout),
        ...optional('settled', observeSettled(rollout)),
        progress: observeProgress(rollout),
        ...optional('changed', lastChange((beside.workload ?? rollout).metadata, templateFields)),
        ...optional('owner', ownerOf((beside.workload ?? rollout).metadata)),
        ...optional('held', metadata.annotations?.[heldAnnotation]),
        ...optional('note', readNote(metadata)),
        guard: observeGuard(rollout),
    };
}
function optional(key, value) {
    return value === undefined || value === '' ? {} : { [key]: value };
}
/** The pod template that is asked for, wherever it is. */
function desiredTemplate({ spec }, { workload }) {
    return spec?.workloadRef === undefined ? spec?.template : workload && workloadTemplate(workload);
}
function revisionOf(hash, { templates }) {
    if (hash === undefined || hash === '')
        return undefined;
    const template = templates?.get(hash);
    return { hash, ...(template && { images: templateImages(template) }) };
}
function observeSides({ spec, status }, beside) {
    // The status of a canary has an empty blueGreen.
    if (spec?.strategy?.blueGreen === undefined)
        return undefined;
    const { activeSelector, previewSelector } = status?.blueGreen ?? {};
    return {
        ...optional('active', revisionOf(activeSelector, beside)),
        ...optional('preview', revisionOf(previewSelector, beside)),
    };
}
function isCurrent(rollout, beside) {
    if (!isObserved(rollout, beside))
        return false;
    // An invalid spec is never given a ReplicaSet; that it is invalid is all there is to know of it.
    if (isInvalid(rollout))
        return true;
    const is = beside.templates?.get(rollout.status?.currentPodHash ?? '');
    const wanted = desiredTemplate(rollout, beside);
    if (is === undefined || wanted === undefined)
        return false;
    const same = sameImages(templateImages(wanted), templateImages(is));
    return same && (beside.trusted === true || fitsTemplate(wanted, is));
}
/** As the plugin's GetRolloutPhase: a value that is no number counts as observed. */
function isObserved(rollout, { workload }) {
    const { metadata, spec, status } = rollout;
    const reached = (observed, generation) => observed !== undefined && (Number.isNaN(Number(observed)) || Number(observed) >= generation);
    if (!reached(status?.observedGeneration, metadata.generation ?? 0))
        return false;
    // What the controller refuses may be that there is no workload.
    if (spec?.workloadRef === undefined || isInvalid(rollout))
        return true;
    // The Rollout's own generation never moves with its workload.
    return (workload !== undefined &&
        reached(status?.workloadObservedGeneration, workload.metadata.generation ?? Number.POSITIVE_INFINITY));
}
/** The controller refuses the spec. Pure. */
function isInvalid({ status }) {
    return (status?.conditions ?? []).some(({ type, status: is }) => type === 'InvalidSpec' && is === 'True');
}
function observePhase({ status }) {
    const waitingToUnpause = status?.controllerPause === true && (status.pauseConditions ?? []).length === 0;
    if (waitingToUnpause && status.phase !== 'Degraded') {
        return { phase: 'Progressing', message: 'waiting for rollout to unpause' };
    }
    return { phase: toPhase(status?.phase), message: status?.message ?? '' };
}
function toPhase(phase) {
    return phase === 'Healthy' || phase === 'Paused' || phase === 'Degraded' ? phase : 'Progressing';
}
/** The server keeps the times of a spec and of a status in one form, but a person may have typed another. */
function isSameTime(one, other) {
    return one !== undefined && Date.parse(one) === Date.parse(other);
}
function observeProgress(rollout) {
    const { status } = rollout;
    const stage = [
        status?.currentPodHash,
        status?.currentStepIndex,
        observeAbort(rollout) !== undefined,
        status?.stableRS,
        status?.blueGreen?.activeSelector,
        ...observeAnalyses(rollout).map(({ name, status: verdict }) => `${name} ${verdict}`),
    ];
    return {
        stage: stage.join('/'),
        height: (status?.updatedReplicas ?? 0) + (status?.availableReplicas ?? 0),
    };
}
/** What a write must still find. Pure; a zero step index is a value, only a missing one is absent. */
function observeGuard({ metadata, status }) {
    const pauses = status?.pauseConditions ?? [];
    const since = pauses[0]?.startTime;
    return {
        uid: metadata.uid ?? '',
        generation: metadata.generation ?? 0,
        hash: status?.currentPodHash ?? '',
        ...(status?.currentStepIndex === undefined ? {} : { step: status.currentStepIndex }),
        ...(status?.stableRS ? { stable: status.stableRS } : {}),
        ...optional('abort', status?.abort),
        ...optional('abortedAt', status?.abortedAt),
        ...optional('promoteFull', status?.promoteFull),
        ...(since === undefined ? {} : { since, pauses }),
    };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/pod.js

/** A pod in the tree. Pure. */
function podNode(pod) {
    return treeNode(pod, 'Pod', podStatus(pod), podInfo(pod), []);
}
/** The reason that kubectl shows: what a container waits for or died of says more than the phase. */
function podStatus({ metadata, status }) {
    if (metadata.deletionTimestamp !== undefined)
        return 'Terminating';
    const reasons = (status?.containerStatuses ?? []).map(({ state }) => state?.waiting?.reason ?? state?.terminated?.reason);
    return reasons.find((reason) => reason !== undefined) ?? status?.reason ?? status?.phase ?? 'Pending';
}
function podInfo({ status }) {
    const containers = status?.containerStatuses ?? [];
    const ready = containers.filter((container) => container.ready === true).length;
    const restarts = containers.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0);
    const counts = `ready:${String(ready)}/${String(containers.length)}`;
    return restarts === 0 ? [counts] : [counts, `restarts:${String(restarts)}`];
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/tree.js







/**
 * The tree of `kubectl argo rollouts get rollout`: the Rollout, revisions from new to old, each with its ReplicaSet
 * and pods, its Experiments and its AnalysisRuns. What the Rollout does not own is not shown. Pure.
 */
function rolloutTree(rollout, objects) {
    const own = (all) => all.filter((object) => isOwnedBy(object, rollout)).toSorted(byStart);
    const parts = [
        ...own(objects.sets).map((set) => ({
            of: set,
            node: replicaSetNode(set, rolesOf(rollout, set), objects),
        })),
        ...own(objects.experiments).map((experiment) => ({
            of: experiment,
            node: experimentNode(experiment, objects),
        })),
        ...own(objects.analysisRuns).map((run) => ({ of: run, node: analysisRunNode(run) })),
    ];
    const revisions = [...Map.groupBy(parts, ({ of }) => tree_revisionOf(of))]
        .toSorted(([one], [other]) => other - one)
        .map(([revision, children]) => {
        const name = `# revision:${String(revision)}`;
        return { name, kind: 'Revision', status: '', info: [], children: children.map(({ node }) => node) };
    });
    return treeNode(rollout, 'Rollout', observe(rollout).phase, [], revisions);
}
function tree_revisionOf({ metadata }) {
    return Number(metadata.annotations?.[revisionAnnotation] ?? 0);
}
function replicaSetNode(set, roles, { pods: all }) {
    const owned = all.filter((pod) => isOwnedBy(pod, set)).toSorted(byAge);
    const node = treeNode(set, 'ReplicaSet', replicaSetStatus(set), roles, owned.map(podNode));
    const scaleDownAt = set.metadata.annotations?.['scale-down-deadline'];
    return scaleDownAt ? { ...node, scaleDownAt } : node;
}
function replicaSetStatus({ spec, status }) {
    if ((spec?.replicas ?? 0) === 0 && (status?.replicas ?? 0) === 0)
        return 'ScaledDown';
    return (status?.availableReplicas ?? 0) >= (spec?.replicas ?? 0) ? 'Healthy' : 'Progressing';
}
/** One that was ended early, as by an abort, is called Successful like one that ran its time (1.10.1). */
function experimentVerdict({ spec, status }) {
    const ended = spec?.terminate === true && status?.phase === 'Successful';
    return ended ? 'Terminated' : (status?.phase ?? '');
}
function experimentNode(experiment, objects) {
    const sets = objects.sets.filter((set) => isOwnedBy(set, experiment)).toSorted(byName);
    const runs = objects.analysisRuns.filter((run) => isOwnedBy(run, experiment)).toSorted(byStart);
    return treeNode(experiment, 'Experiment', experimentVerdict(experiment), [], [...sets.map((set) => replicaSetNode(set, [], objects)), ...runs.map(analysisRunNode)]);
}
function byName({ metadata: one }, { metadata: other }) {
    return one.name.localeCompare(other.name);
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/details.js








/**
 * Reads everything that belongs to a Rollout, and the Rollout itself unless it was seen, for people; what is
 * forbidden is left out and named. The analyses are those of the candidate, unless another revision is named.
 */
async function readDetails(client, place, seen, signal, judged) {
    const rollout = seen ?? (await client.get({ resource: resources/* rollouts */.R9, ...place }, { signal }));
    const about = judged ?? candidateOf(rollout);
    const [{ objects, notices }, routing] = await Promise.all([
        readObjects(client, place.namespace, rollout, about.hash, signal),
        readRoutes(client, rollout, signal),
    ]);
    const stableName = `${place.name}-${rollout.status?.stableRS ?? ''}`;
    const stable = objects.sets.find((set) => isOwnedBy(set, rollout) && set.metadata.name === stableName);
    return {
        strategy: rollout.spec?.strategy?.blueGreen === undefined ? 'Canary' : 'BlueGreen',
        images: imagesWithRoles(rollout, objects),
        ...(stable === undefined ? {} : { stable: templateImages(stable.spec?.template) }),
        tree: rolloutTree(rollout, objects),
        analyses: analysesOf(rollout, objects.analysisRuns, objects.experiments, about),
        routes: routing.routes,
        notices: [...notices, ...routing.notices],
    };
}
/** As the plugin: the images of the ReplicaSets that have pods, with the roles of those. */
function imagesWithRoles(rollout, { sets, experiments }) {
    const roles = new Map();
    const add = (set, names) => {
        if ((set.status?.replicas ?? 0) === 0)
            return;
        for (const { image } of templateImages(set.spec?.template).filter(isMain))
            roles.set(image, new Set([...(roles.get(image) ?? []), ...names]));
    };
    for (const set of sets.filter((one) => isOwnedBy(one, rollout)))
        add(set, rolesOf(rollout, set));
    for (const experiment of experiments) {
        for (const set of sets.filter((one) => isOwnedBy(one, experiment)))
            add(set, [`Σ:${set.metadata.annotations?.['experiment.argoproj.io/template-name'] ?? ''}`]);
    }
    const stableFirst = [...roles].toSorted(([, one], [, other]) => Number(other.has('stable')) - Number(one.has('stable')));
    return stableFirst.map(([image, names]) => ({ image, roles: [...names] }));
}
function isMain({ init }) {
    return !init;
}

// EXTERNAL MODULE: ./build/kube/time-limit.js
var time_limit = __nccwpck_require__(4137);
// EXTERNAL MODULE: ./build/support/clock.js + 1 modules
var support_clock = __nccwpck_require__(5854);
;// CONCATENATED MODULE: ./build/diagnose/container.js
/** The containers of a pod that the kubelet has looked at, init containers first, as they start. */
function containersOf(pod, events, logs, now) {
    const { containers = [], initContainers = [] } = pod.spec ?? {};
    const { containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
    const several = containers.length + initContainers.length > 1;
    const view = (status, specs) => {
        const { name } = status;
        const isInit = specs === initContainers;
        const path = `spec.${isInit ? 'initContainers' : 'containers'}{${name}}`;
        const spec = specs.find((one) => one.name === name) ?? { name };
        return {
            pod,
            spec,
            status,
            init: isInit && spec.restartPolicy !== 'Always',
            where: several ? ` in ${isInit ? 'init container' : 'container'} ${name}` : '',
            events: events.filter(({ involvedObject }) => (involvedObject?.fieldPath ?? path) === path),
            logs,
            now,
        };
    };
    return [
        ...initContainerStatuses.map((status) => view(status, initContainers)),
        ...containerStatuses.map((status) => view(status, containers)),
    ];
}
/** The newest end of a run of the container, and whether that run is the one before the current. */
function lastEnd({ status, }) {
    const { state, lastState } = status;
    if (state?.terminated !== undefined)
        return { end: state.terminated, previous: false };
    if (lastState?.terminated === undefined)
        return undefined;
    return { end: lastState.terminated, previous: true };
}
/** The end of the log of a run that ended so: its own if it was read, else that of a fellow that ended alike. */
function logOf({ pod, status, logs }, exitCode) {
    const alike = logs.filter((log) => log.container === status.name && log.exitCode === exitCode);
    return (alike.find((log) => log.pod === pod.metadata.uid) ?? alike[0])?.text ?? '';
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./build/diagnose/words.js
/** Longest line of evidence, in bytes: an event's message has at most 1024, a container's 4096. */
const LINE_BYTES = 1000;
/** Longest message within a sentence, in bytes. */
const SENTENCE_BYTES = 300;
/** Lines of a log that are told. */
const LOG_LINES = 5;
/** Text from the cluster as one line without control characters (and what they did to colours), cut to size. */
function oneLine(text, bytes = LINE_BYTES) {
    const line = text
        // What colours a terminal; without its first character the rest would be left to read.
        .replace(/\u001b\[[\d;]*[A-Za-z]/g, '')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim();
    const whole = Buffer.from(line);
    if (whole.length <= bytes)
        return line;
    // A character that was cut in two is decoded to the replacement character.
    return `${whole
        .subarray(0, bytes - 3)
        .toString()
        .replace(/\uFFFD+$/, '')}…`;
}
/** The same for a place within a sentence: shorter, and without the full stop. */
function inSentence(text) {
    return oneLine(text, SENTENCE_BYTES).replace(/[.\s]+$/, '');
}
/**
 * A container's state as evidence, and how its run before ended:
 * `pod web-1, container web: waiting, CrashLoopBackOff (2 restarts), before: terminated, Error, exit code 1`.
 */
function stateLine(pod, status) {
    const { name, state, lastState, restartCount = 0 } = status;
    const restarts = restartCount === 0 ? '' : ` (${plural(restartCount, 'restart')})`;
    const before = lastState?.terminated === undefined ? '' : `, before: ${describeState(lastState)}`;
    return oneLine(`pod ${pod.metadata.name}, container ${name}: ${describeState(state)}${restarts}${before}`);
}
function describeState(state) {
    if (state?.running !== undefined)
        return `running since ${state.running.startedAt ?? 'just now'}`;
    if (state?.terminated !== undefined) {
        const { reason, exitCode, message } = state.terminated;
        return join('terminated', reason, exitCode === undefined ? undefined : `exit code ${exitCode}`, message);
    }
    return join('waiting', state?.waiting?.reason, undefined, state?.waiting?.message);
}
function join(word, reason, code, message) {
    const head = [word, reason, code].filter((part) => part).join(', ');
    return message ? `${head}: ${message}` : head;
}
/** Events as evidence, the newest first, at most three: `event Failed (4 times): Failed to pull image …`. */
function eventLines(events) {
    return newestFirst(events)
        .slice(0, 3)
        .map((event) => {
        const count = event.series?.count ?? event.count ?? 1;
        const times = count > 1 ? ` (${String(count)} times)` : '';
        return oneLine(`event ${event.reason ?? ''}${times}: ${event.message ?? ''}`);
    });
}
/** The last lines of a log as evidence, the empty ones left out. */
function logLines(text) {
    return text
        .split('\n')
        .map((line) => oneLine(line))
        .filter((line) => line !== '')
        .slice(-LOG_LINES)
        .map((line) => oneLine(`log: ${line}`));
}
/** Events by when they were last seen. */
function newestFirst(events) {
    const time = ({ series, lastTimestamp, eventTime, metadata }) => Date.parse(series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '') ||
        0;
    return events.toSorted((one, other) => time(other) - time(one));
}
/** `1 restart`, `2 restarts`. */
function plural(count, noun) {
    return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/diagnose/crash.js



/** A container that ran this long since its last end has come through: what it lacks now is something else. */
const CAME_THROUGH_MS = 60_000;
/** Restarts after which a container that is ready right now is not believed: without a probe it always is for a while. */
const FLAPPING = 2;
/** A container that ended when it should run: by memory, by its liveness probe, or by itself. Pure. */
function crashFinding(view) {
    const last = lastEnd(view);
    if (last === undefined || !endedWrongly(view, last.end))
        return undefined;
    const { pod, status, events } = view;
    const { end, previous } = last;
    const found = memory(view, end) ?? killed(view) ?? crash(view, end);
    const { restartCount = 0 } = status;
    const restarts = restartCount === 0 ? '' : `, ${plural(restartCount, 'restart')}`;
    return {
        cause: found.cause,
        container: status.name,
        what: `${found.what}${restarts}`,
        evidence: [
            stateLine(pod, status),
            ...eventLines(events.filter(({ reason }) => reason === 'Unhealthy' || reason === 'Killing')),
            ...logLines(logOf(view, end.exitCode)),
        ],
        advice: found.advice,
        final: false,
        log: { container: status.name, previous, exitCode: end.exitCode },
    };
}
/** Whether the container's last run ended wrongly, and lately. */
function endedWrongly({ status, init, now }, end) {
    const { state, ready, restartCount = 0 } = status;
    if (init && end.exitCode === 0)
        return false;
    if (state?.running === undefined)
        return true;
    const lately = now - Date.parse(state.running.startedAt ?? '') < CAME_THROUGH_MS;
    return lately && (ready !== true || restartCount >= FLAPPING);
}
function memory({ spec, where }, end) {
    if (end.reason !== 'OOMKilled')
        return undefined;
    const limit = spec.resources?.limits?.['memory'];
    const told = limit === undefined ? 'OOMKilled, no limit of its own' : `OOMKilled, limit ${inSentence(limit)}`;
    return {
        cause: 'out-of-memory',
        what: `ran out of memory${where} (${told})`,
        advice: 'Raise the memory limit, or find what the new version needs so much memory for.',
    };
}
/** The kubelet writes `Container web failed liveness probe, will be restarted`, and Unhealthy before it. */
function killed({ events, where }) {
    const kill = events.find(({ message = '' }) => /failed (liveness|startup) probe, will be/.test(message));
    const kind = /failed (\w+) probe/.exec(kill?.message ?? '')?.[1];
    if (kind === undefined)
        return undefined;
    const prefix = kind === 'startup' ? 'Startup probe failed: ' : 'Liveness probe failed: ';
    const said = events.find(({ message = '' }) => message.startsWith(prefix))?.message?.slice(prefix.length);
    return {
        cause: kind === 'startup' ? 'startup-probe' : 'liveness-probe',
        what: `did not pass the ${kind} probe${where} and got killed${said === undefined ? '' : `: ${inSentence(said)}`}`,
        advice: `See why the ${kind} probe gets no good answer, or give it more time (failureThreshold, periodSeconds).`,
    };
}
function crash({ init, where }, end) {
    if (end.exitCode === 0 && !init) {
        return {
            cause: 'crash-loop',
            what: `ended by itself${where} (exit code 0)`,
            advice: 'Let the container run a program that does not end; work that ends belongs into a Job.',
        };
    }
    const reason = end.reason === undefined || end.reason === 'Error' ? '' : `, ${inSentence(end.reason)}`;
    const said = end.message ? `: ${inSentence(end.message)}` : '';
    return {
        cause: 'crash-loop',
        what: `crashed${where} (${describeExit(end)}${reason})${said}`,
        advice: init
            ? 'See the last lines of the log of the init container; nothing else starts before it is done.'
            : 'See the last lines of its log: the program does not come up with this image and configuration.',
    };
}
/** `exit code 139 (SIGSEGV)`: a shell and most runtimes add 128 to the signal; 126 and 127 are a shell's own. */
function describeExit({ exitCode, signal }) {
    const number = signal || (exitCode !== undefined && exitCode > 128 ? exitCode - 128 : undefined);
    const name = Object.entries(external_node_os_.constants.signals).find(([, value]) => value === number)?.[0];
    const shell = exitCode === 126 ? 'not executable' : exitCode === 127 ? 'command not found' : undefined;
    const meaning = name ?? shell;
    const code = `exit code ${exitCode === undefined ? 'unknown' : String(exitCode)}`;
    return meaning === undefined ? code : `${code} (${meaning})`;
}

;// CONCATENATED MODULE: ./build/diagnose/lost.js

const nodeIsLost = {
    cause: 'node-lost',
    what: 'lost the node',
    advice: 'See the node; pods are made elsewhere when it stays away.',
};
/** `status.reason` of pods that ended as a whole, as the kubelet and the node's controllers write it. */
const lost_words = {
    Evicted: {
        cause: 'evicted',
        what: 'got evicted',
        advice: "See what the node lacks, and set requests and limits (memory, ephemeral-storage) that fit the pod's use.",
    },
    DeadlineExceeded: {
        cause: 'deadline',
        what: 'got terminated by deadline',
        advice: 'Raise or remove activeDeadlineSeconds.',
    },
    NodeLost: nodeIsLost,
    NodeShutdown: nodeIsLost,
    Shutdown: nodeIsLost,
    Terminated: nodeIsLost,
};
/** A pod that ended as a whole. Pure. */
function failedFinding(pod) {
    const { phase, reason = '', message = '' } = pod.status ?? {};
    if (phase !== 'Failed')
        return undefined;
    // Others are the kubelet's admission: OutOfcpu, OutOfpods, NodeAffinity, UnexpectedAdmissionError, …
    const { cause, what, advice } = lost_words[reason] ?? {
        cause: 'rejected-by-node',
        what: `failed on the node${reason === '' ? '' : ` (${inSentence(reason)})`}`,
        advice: 'See the node, and whether the scheduler and the node agree on what it has.',
    };
    return {
        cause,
        what: `${what}${message === '' ? '' : `: ${inSentence(message)}`}`,
        evidence: [oneLine(`pod ${pod.metadata.name}: ${reason}: ${message}`)],
        advice,
        final: false,
    };
}
/**
 * A pod whose containers may be ready, but whose node is not, or whose readiness gates do not hold. The controller
 * sets Ready to False on the pods of a lost node, without a reason, and leaves an event
 * (k8s.io/kubernetes, pkg/controller/util/node/controller_utils.go). Pure.
 */
function nodeFinding(pod, events) {
    const ready = pod.status?.conditions?.find(({ type }) => type === 'Ready');
    if (ready?.reason === 'ReadinessGatesNotReady') {
        return {
            cause: 'readiness-gate',
            what: `did not become ready: ${inSentence(ready.message ?? 'a readiness gate does not hold')}`,
            evidence: [oneLine(`pod ${pod.metadata.name}: ${ready.reason}: ${ready.message ?? ''}`)],
            advice: 'See whether the controller runs that sets this condition, such as that of a load balancer.',
            final: false,
        };
    }
    const lost = events.filter(({ reason }) => reason === 'NodeNotReady');
    if (lost.length === 0 && pod.status?.reason !== 'NodeLost')
        return undefined;
    return {
        ...nodeIsLost,
        evidence: [oneLine(`pod ${pod.metadata.name} on node ${pod.spec?.nodeName ?? ''}`), ...eventLines(lost)],
        final: false,
    };
}

;// CONCATENATED MODULE: ./build/diagnose/image.js

/** Why a container waits when its image is the trouble: k8s.io/kubernetes, pkg/kubelet/images/types.go, and cri-api's errors. */
const reasons = [
    'ErrImagePull',
    'ImagePullBackOff',
    'InvalidImageName',
    'ErrImageNeverPull',
    'ImageInspectError',
    'RegistryUnavailable',
    'SignatureValidationFailed',
];
/**
 * What registries answer, through containerd, CRI-O and Docker. Many say "does not exist or may require
 * authorization" on purpose, so that is asked first, and is not final: the credentials may come.
 */
const answers = [
    {
        cause: 'invalid-image-name',
        says: /InvalidImageName|invalid reference format|couldn't parse image (name|reference)/i,
        final: true,
        advice: 'Correct the image reference.',
    },
    {
        cause: 'image-pull-denied',
        says: /denied|unauthorized|authorization|authentication required|no basic auth|\b40[13]\b|forbidden/i,
        final: false,
        advice: 'Check that the image exists and that the pod has an imagePullSecret which may pull it.',
    },
    {
        cause: 'image-platform',
        says: /no match(ing manifest)? for (platform|\S+\/\S+)|no image found in (image index|manifest list) for/i,
        final: true,
        advice: "Build the image for the nodes' architecture too, or let the pod run only on nodes that it is for.",
    },
    {
        cause: 'image-pull',
        says: /toomanyrequests|too many requests|\b429\b/i,
        final: false,
        advice: 'Pull with credentials that have a higher limit, or from a mirror.',
    },
    {
        cause: 'image-pull',
        says: /no such host|i\/o timeout|connection refused|unavailable|deadline exceeded|x509|certificate|context canceled/i,
        final: false,
        advice: "Check the registry's address, and that the nodes reach it and trust its certificate.",
    },
    {
        cause: 'unknown-image',
        says: /\bnot found\b|manifest unknown|name unknown|\b404\b/i,
        final: true,
        advice: 'Push the image, or correct its name and tag.',
    },
    {
        cause: 'image-pull',
        says: /ErrImageNeverPull|pull policy of Never/,
        final: false,
        advice: 'Load the image onto the node, or let imagePullPolicy be IfNotPresent.',
    },
    {
        cause: 'image-pull',
        says: /SignatureValidationFailed|signature validation failed/i,
        final: false,
        advice: "Sign the image as the nodes' policy asks.",
    },
];
const unknown = { cause: 'image-pull', final: false, advice: 'See what the registry answers.' };
/** A container whose image cannot be had. Pure. */
function imageFinding(view) {
    const { pod, spec, status, where, events } = view;
    const waiting = status.state?.waiting;
    if (waiting?.reason === undefined || !reasons.includes(waiting.reason))
        return undefined;
    const pulls = events.filter(({ reason, message = '' }) => (reason === 'Failed' && message.startsWith('Failed to ')) ||
        reason === 'InspectFailed' ||
        reason === 'ErrImageNeverPull');
    // Only newer kubelets (1.32) keep the registry's answer in the state while they back off; then the event has it.
    const said = [withoutBackOff(waiting.message ?? ''), newestFirst(pulls)[0]?.message ?? ''].find((text) => text !== '');
    const image = spec.image ?? '';
    const answer = registrysAnswer(said ?? waiting.reason, image);
    const heard = `${waiting.reason}: ${withoutNames(answer, image)}`;
    const { cause, final, advice } = answers.find(({ says }) => says.test(heard)) ?? unknown;
    return {
        cause,
        container: status.name,
        what: `cannot pull ${inSentence(image)}${where}: ${inSentence(answer)}`,
        evidence: [stateLine(pod, status), ...eventLines(pulls)],
        advice,
        final,
    };
}
function withoutBackOff(message) {
    return message.replace(/^Back-off pulling image "[^"]*"(: )?/, '');
}
/** An image may be called `authorization` or have the tag `404`: names are no answer. */
function withoutNames(answer, image) {
    const [repository = ''] = image.split(/[:@]/);
    return [image, repository]
        .filter((name) => name !== '')
        .reduce((text, name) => text.replaceAll(name, ''), answer)
        .replace(/https?:\/\/\S+|"[^"]*"/g, '');
}
/** What is left of a chain of wrapped errors when everything is gone that names the image, the call or the wrapper. */
function registrysAnswer(message, image) {
    const chain = message
        .replace(/^(ErrImagePull: |Failed to \w+ image "[^"]*": |Failed to apply default image tag "[^"]*": )+/, '')
        .replace(/rpc error: code = \w+ desc = /g, '')
        .replace(/(failed to pull and unpack image|failed to resolve reference|failed to pull image) "[^"]*": /gi, '')
        .replace(/^(Error response from daemon: |initializing source docker:\/\/\S+: )+/, '');
    const ofImage = chain.indexOf(`${image}: `);
    return ofImage < 0 ? chain : chain.slice(ofImage + image.length + 2);
}

;// CONCATENATED MODULE: ./build/diagnose/setup.js

const volumeReasons = ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'];
/** A pod whose volumes do not come. Pure. */
function volumeFinding(pod, events) {
    if (isSetUp(pod))
        return undefined;
    const failures = newestFirst(events.filter(({ reason }) => volumeReasons.includes(reason ?? '')));
    // A list of volumes that time out says less than the failure of one.
    const told = failures.find(({ message = '' }) => !/timed out waiting/.test(message)) ?? failures[0];
    if (told === undefined)
        return undefined;
    const message = told.message ?? '';
    const missing = /\b(configmap|secret)s?\b.* not found|references non-existent (config|secret) key/i.test(message);
    const attached = /Multi-Attach|already (used|exclusively attached)/i.test(message);
    return {
        cause: missing ? 'missing-config' : 'volume',
        what: `cannot mount a volume: ${inSentence(message.replace(/^MountVolume\.SetUp failed for /, ''))}`,
        evidence: [oneLine(`pod ${pod.metadata.name}: waits for its volumes`), ...eventLines(failures)],
        advice: missing
            ? 'Apply the ConfigMap or Secret with its keys before the release, or correct the reference.'
            : attached
                ? 'Such a volume is for one node: delete the old pod first (strategy Recreate), or use one that many may attach.'
                : 'See the volume and its driver on that node.',
        final: missing,
    };
}
/** A pod whose sandbox (network, runtime) cannot be made. Pure. */
function sandboxFinding(pod, events) {
    if (isSetUp(pod))
        return undefined;
    const failures = newestFirst(events.filter(({ reason }) => reason === 'FailedCreatePodSandBox'));
    const [newest] = failures;
    if (newest === undefined)
        return undefined;
    const message = (newest.message ?? '')
        .replace(/^Failed to create pod sandbox: /, '')
        .replace(/rpc error: code = \w+ desc = /g, '');
    return {
        cause: 'sandbox',
        what: `cannot be set up on the node: ${inSentence(message)}`,
        evidence: eventLines(failures),
        advice: 'See the network plugin and the container runtime of the node.',
        final: false,
    };
}
/** Whether any container has been started: then volumes and sandbox are there, whatever events are left of before. */
function isSetUp({ status }) {
    return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].some(({ state, lastState }) => state?.running !== undefined || state?.terminated !== undefined || lastState?.terminated !== undefined);
}

;// CONCATENATED MODULE: ./build/diagnose/start.js


const objectIsMissing = /\bnot found\b|couldn't find key|non-existent config key|references non-existent/i;
const rootIsRefused = /runAsNonRoot|run as root/;
/** A container that the kubelet cannot even describe to the runtime: CreateContainerConfigError. Pure. */
function configFinding({ pod, status, where, events }) {
    const waiting = status.state?.waiting;
    if (waiting?.reason !== 'CreateContainerConfigError')
        return undefined;
    const message = waiting.message ?? '';
    const missing = objectIsMissing.test(message);
    const root = rootIsRefused.test(message);
    return {
        cause: missing ? 'missing-config' : 'container-config',
        container: status.name,
        what: `cannot start${where}: ${inSentence(message)}`,
        evidence: [stateLine(pod, status), ...eventLines(events.filter(({ reason }) => reason === 'Failed'))],
        advice: missing
            ? 'Apply the ConfigMap or Secret with its keys before the release, or correct the reference.'
            : root
                ? 'Give the image a numeric user that is not root, or set runAsUser.'
                : "See the pod's events.",
        // Anything else, such as a ConfigMap that the kubelet's cache does not have yet, may pass.
        final: missing || root,
    };
}
const startReasons = ['StartError', 'ContainerCannotRun'];
const createReasons = ['RunContainerError', 'CreateContainerError', 'PostStartHookError'];
const formatIsWrong = /exec format error/i;
/** What runc (now, and before 1.1) writes itself, in place of the program; a program may log such words of another. */
const formatInLog = /^(exec \S+: |standard_init_linux\.go:\d+: exec user process caused:? "?)exec format error/;
const programIsMissing = /executable file not found|no such file or directory|permission denied|no command specified/i;
/** A container whose program does not start: for another architecture, not there, not to be executed. Pure. */
function startFinding(view) {
    const { pod, status, where, events } = view;
    const last = lastEnd(view);
    const reason = last?.end.reason ?? '';
    const waiting = status.state?.waiting;
    const notCreated = createReasons.includes(waiting?.reason ?? '') ? waiting : undefined;
    const log = logOf(view, last?.end.exitCode);
    // A kernel that refuses the format after the start leaves this in the log, and an exit code like any other.
    const inLog = log.split('\n').find((line) => formatInLog.test(line));
    const hasEnded = last !== undefined && last.end.exitCode !== 0 && status.state?.running === undefined;
    const said = notCreated?.message ?? (startReasons.includes(reason) ? (last?.end.message ?? reason) : undefined);
    if (said === undefined && !(hasEnded && inLog !== undefined))
        return undefined;
    const message = said ?? inLog ?? '';
    const format = formatIsWrong.test(message) || inLog !== undefined;
    const missing = programIsMissing.test(message);
    return {
        cause: format ? 'exec-format' : 'cannot-start',
        container: status.name,
        what: `cannot start${where}: ${inSentence(runtimesAnswer(message))}`,
        evidence: [
            stateLine(pod, status),
            ...eventLines(events.filter((event) => event.reason === 'Failed')),
            ...logLines(log),
        ],
        advice: format
            ? "Build the image for the nodes' architecture, or let the pod run only on nodes that it is for."
            : missing
                ? 'Correct the command, or put the program into the image and make it executable.'
                : "See what the node's container runtime says.",
        final: format || missing,
    };
}
/** Without the chain of programs that hand on what the last one said. */
function runtimesAnswer(message) {
    return message
        .replace(/^(rpc error: code = \w+ desc = |Error: )+/, '')
        .replace(/^failed to (create|start) containerd (container|task)[^:]*: /, '')
        .replace(/^.*?(unable to start container process: |starting container process caused:? )/, '')
        .replace(/^error during container init: /, '')
        .replace(/: unknown$/, '');
}

;// CONCATENATED MODULE: ./build/diagnose/unready.js


/** Time that every program may take before anybody asks why it is not ready. */
const BOOT_MS = 10_000;
/** A container that runs and is not ready: its startup or readiness probe has not passed. Pure. */
function unreadyFinding(view) {
    const { pod, spec, status, init, where, now } = view;
    const since = status.state?.running?.startedAt;
    if (since === undefined || status.ready === true)
        return undefined;
    const running = Math.max(0, now - Date.parse(since));
    if (init)
        return stillRunning(view, running);
    const kind = status.started === false && spec.startupProbe !== undefined ? 'startup' : 'readiness';
    const probe = kind === 'startup' ? spec.startupProbe : spec.readinessProbe;
    if (running < Math.max(BOOT_MS, (probe?.initialDelaySeconds ?? 0) * 1000))
        return undefined;
    if (probe === undefined)
        return stillRunning(view, running);
    const prefix = kind === 'startup' ? 'Startup probe ' : 'Readiness probe ';
    const events = view.events.filter(({ reason, message = '' }) => reason === 'Unhealthy' && message.startsWith(prefix));
    const said = newestFirst(events)[0]
        ?.message?.slice(prefix.length)
        .replace(/^failed: /, '');
    const answer = said === undefined ? '' : `: ${inSentence(said)}`;
    return {
        cause: `${kind}-probe`,
        container: status.name,
        what: `did not pass the ${kind} probe${where} in ${(0,support_duration/* formatDuration */.a3)(running)} (${inSentence(describeProbe(probe))})${answer}`,
        evidence: [stateLine(pod, status), ...eventLines(events)],
        advice: `See whether the program answers the probe, and what it waits for; the ${kind} probe may ask the wrong port or path.`,
        final: false,
    };
}
function stillRunning({ pod, status, where, init }, running) {
    if (running < BOOT_MS)
        return undefined;
    return {
        cause: 'starting',
        container: status.name,
        what: init
            ? `did not come through yet${where} (running for ${(0,support_duration/* formatDuration */.a3)(running)})`
            : `did not become ready yet${where} (running for ${(0,support_duration/* formatDuration */.a3)(running)})`,
        evidence: [stateLine(pod, status)],
        advice: init ? 'Wait, or see what the init container waits for.' : 'Wait.',
        final: false,
    };
}
/** The probe in a few words: `http GET :8080/healthz`. */
function describeProbe({ httpGet, tcpSocket, grpc, exec }) {
    if (httpGet !== undefined)
        return `http GET :${String(httpGet.port ?? '')}${httpGet.path ?? '/'}`;
    if (tcpSocket !== undefined)
        return `tcp :${String(tcpSocket.port ?? '')}`;
    if (grpc !== undefined)
        return `grpc :${String(grpc.port ?? '')}`;
    return `exec ${(exec?.command ?? []).join(' ')}`;
}

;// CONCATENATED MODULE: ./build/diagnose/unscheduled.js

const schedulerReasons = ['FailedScheduling', 'TriggeredScaleUp', 'NotTriggerScaleUp'];
/** A pod that gets no node, in the scheduler's words. Pure. */
function unscheduledFinding(pod, events) {
    const condition = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled');
    if (condition === undefined || condition.status === 'True')
        return undefined;
    const { reason = '', message = '' } = condition;
    const evidence = [
        oneLine(`pod ${pod.metadata.name}: ${reason}: ${message}`),
        ...eventLines(events.filter((event) => schedulerReasons.includes(event.reason ?? ''))),
    ];
    if (reason === 'SchedulingGated') {
        return {
            cause: 'scheduling-gated',
            what: `cannot be scheduled: ${inSentence(message || 'a scheduling gate stands against it')}`,
            evidence,
            advice: 'See who removes the scheduling gates of these pods, and whether it runs.',
            final: false,
        };
    }
    const scaling = events.some((event) => event.reason === 'TriggeredScaleUp');
    return {
        cause: 'unschedulable',
        what: `cannot be scheduled: ${inSentence(condense(message))}`,
        evidence,
        advice: scaling ? 'Wait: the autoscaler adds a node.' : adviceFor(message),
        final: false,
    };
}
/**
 * What the scheduler's filters say, without what it thinks of preemption: the form is
 * `0/X nodes are available: <filters>. <after the filters>` (k8s.io/kubernetes, pkg/scheduler/framework/types.go).
 */
function condense(message) {
    return message.replace(/^(0\/\d+ nodes are available: .*?)\. (no new claims to deallocate|preemption: ).*$/s, '$1');
}
function adviceFor(message) {
    if (/persistentvolumeclaim|PersistentVolume|volume node affinity/i.test(message)) {
        return 'Apply the PersistentVolumeClaim, or see why it is not bound where the pod may run.';
    }
    if (/Insufficient/.test(message))
        return 'Add a node, or lower the requests of the pod.';
    if (/taint|affinity|selector|topology spread|unschedulable/i.test(message)) {
        return "Correct the pod's tolerations, node selector or affinity, or add a node that fits.";
    }
    return 'Add a node that fits, or ask for less.';
}

;// CONCATENATED MODULE: ./build/diagnose/pod.js










/** Time for a node to prepare a pod (pull, volumes, network) before it counts as long. */
const PREPARE_MS = 30_000;
/** Whether the pod is ready, as its owner counts it. */
function isReady({ status }) {
    return (status?.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True');
}
/** Whether the pod is over: its ReplicaSet has made another in its place. */
function isOver({ status }) {
    return status?.phase === 'Failed' || status?.phase === 'Succeeded';
}
/** What may be wrong with a container, the most specific first: the first that is found counts. */
const containerRules = [
    imageFinding,
    configFinding,
    startFinding,
    crashFinding,
    unreadyFinding,
];
/** What is wrong with one pod: of the whole pod, or one finding for each of its containers. Pure. */
function podFindings(pod, events, logs, now) {
    const whole = isOver(pod) ? failedFinding(pod) : unscheduledFinding(pod, events);
    if (whole !== undefined)
        return [whole];
    const containers = containersOf(pod, events, logs, now);
    const found = containers
        .map((view) => first(containerRules, view))
        .filter((finding) => finding !== undefined);
    const certain = found.filter(({ cause }) => cause !== 'starting');
    if (certain.length > 0)
        return certain;
    if (isReady(pod))
        return [];
    const around = nodeFinding(pod, events) ?? volumeFinding(pod, events) ?? sandboxFinding(pod, events);
    const mild = around ?? found[0] ?? preparingFinding(pod, containers, now);
    return mild === undefined ? [] : [mild];
}
function first(rules, view) {
    for (const rule of rules) {
        const finding = rule(view);
        if (finding !== undefined)
            return finding;
    }
    return undefined;
}
/** A pod of which no more is known than that it takes long. */
function preparingFinding(pod, containers, now) {
    const age = now - Date.parse(pod.metadata.creationTimestamp ?? '');
    // One that runs has its own time from its start.
    const runs = containers.some(({ status }) => status.state?.running !== undefined && status.ready !== true);
    if (runs || !(age >= PREPARE_MS))
        return undefined;
    const waiting = containers.find(({ status }) => status.state?.running === undefined)?.status.state?.waiting;
    const { nodeName, schedulerName = 'default-scheduler' } = pod.spec ?? {};
    const stage = nodeName === undefined
        ? `no answer of the scheduler ${schedulerName}`
        : (waiting?.reason ?? (containers.length === 0 ? 'no answer of the node' : 'not ready'));
    return {
        cause: 'starting',
        what: `did not become ready in ${(0,support_duration/* formatDuration */.a3)(age)} (${oneLine(stage)})`,
        evidence: [
            oneLine(`pod ${pod.metadata.name}: ${plural(containers.length, 'container')} known, ${stage}`),
        ],
        advice: nodeName === undefined
            ? `See whether ${oneLine(schedulerName)} runs.`
            : `See the node ${oneLine(nodeName)}.`,
        final: false,
    };
}

;// CONCATENATED MODULE: ./build/diagnose/creation.js


/** How many pods the ReplicaSet wants and does not have. */
function missingPods({ replicaSet, pods }) {
    const there = pods?.filter((pod) => !isOver(pod) && pod.metadata.deletionTimestamp === undefined).length ??
        replicaSet?.status?.replicas ??
        0;
    return Math.max(0, (replicaSet?.spec?.replicas ?? 0) - there);
}
/** Who refuses a pod: the first that fits. Final is what the API server judges by rules of its own. */
const refusals = [
    {
        cause: 'quota',
        says: /exceeded quota|failed quota/,
        final: true,
        advice: 'Raise the ResourceQuota, or ask for less.',
    },
    {
        cause: 'admission',
        says: /failed calling webhook/,
        final: false,
        advice: 'See whether the admission webhook runs; pods are refused while it gives no answer.',
    },
    {
        cause: 'admission',
        says: /admission webhook "[^"]*" denied/,
        // It may depend on what changes, such as a signature that is on its way.
        final: false,
        advice: 'Let the pod be as the policy of the admission webhook asks.',
    },
    {
        cause: 'missing-config',
        says: /serviceaccount "[^"]*" not found|no PriorityClass with name|RuntimeClass "[^"]*" not found/i,
        final: true,
        advice: 'Apply the missing object before the release, or correct its name.',
    },
    {
        cause: 'admission',
        says: /violates PodSecurity|ValidatingAdmissionPolicy|(minimum|maximum) .+ per |is invalid: /,
        final: true,
        advice: 'Let the pod be as the message asks, or change the policy.',
    },
];
const otherwise = {
    cause: 'admission',
    final: false,
    advice: 'Let the pod be as the message asks.',
};
/** Pods that the ReplicaSet may not create, by its condition ReplicaFailure, else by its events. Pure. */
function creationFinding(evidence) {
    const { replicaSet } = evidence;
    if (replicaSet === undefined || missingPods(evidence) === 0)
        return undefined;
    const condition = replicaSet.status?.conditions?.find(({ type, status, reason }) => type === 'ReplicaFailure' && status === 'True' && reason === 'FailedCreate');
    const events = newestFirst((evidence.events.get(replicaSet.metadata.uid) ?? []).filter(({ reason }) => reason === 'FailedCreate'));
    const message = condition?.message ?? events[0]?.message?.replace(/^Error creating: /, '');
    if (message === undefined)
        return undefined;
    const { cause, final, advice } = refusals.find(({ says }) => says.test(message)) ?? otherwise;
    const said = message.replace(/^(pods|Pod) "[^"]*" is (forbidden|invalid): /, '');
    return {
        cause,
        what: `cannot be created: ${inSentence(said)}`,
        evidence: [
            oneLine(`ReplicaSet ${replicaSet.metadata.name}: FailedCreate: ${message}`),
            ...eventLines(events),
        ],
        advice,
        final,
    };
}

;// CONCATENATED MODULE: ./build/diagnose/finding.js
/**
 * What can be wrong with pods, in a word, roughly in the order in which a pod comes to it. The most specific word
 * that the cluster's own words allow.
 */
const causes = [
    // The pod is not created.
    'quota',
    'admission',
    // It is created and gets no node, or loses it.
    'unschedulable',
    'scheduling-gated',
    'evicted',
    'node-lost',
    'deadline',
    'rejected-by-node',
    // It has a node and nothing runs.
    'volume',
    'sandbox',
    'invalid-image-name',
    'unknown-image',
    'image-platform',
    'image-pull-denied',
    'image-pull',
    'missing-config',
    'container-config',
    'exec-format',
    'cannot-start',
    // It runs and ends.
    'out-of-memory',
    'liveness-probe',
    'crash-loop',
    // It runs and is not ready.
    'startup-probe',
    'readiness-probe',
    'readiness-gate',
    // Nothing is known to be wrong; it only takes its time.
    'starting',
];

;// CONCATENATED MODULE: ./build/diagnose/diagnose.js




/** Lines of evidence of one diagnosis. */
const EVIDENCE_LINES = 10;
/**
 * What is wrong with the pods of a revision: one diagnosis for each cause and container, the worst first (what
 * waiting does not mend, then what most pods have). Empty: nothing, or nothing yet. Pure.
 */
function diagnose(evidence) {
    const creation = creationFinding(evidence);
    const missing = counts(evidence, missingPods(evidence));
    const groups = Map.groupBy(findings(evidence), ({ finding }) => groupOf(finding));
    return [
        ...(creation === undefined ? [] : [tell(creation, missing, whoOf(missing), '')]),
        ...[...groups.values()].map((group) => tellGroup(evidence, group)),
    ].toSorted(worstFirst);
}
/** What belongs into one diagnosis. */
function groupOf({ cause, container }) {
    return `${cause} ${container ?? ''}`;
}
/**
 * The pods that are counted: those being deleted are on their way out, and those that are over have been replaced,
 * so that they only matter while the revision lacks ready pods.
 */
function countedPods({ pods = [], replicaSet }) {
    const there = pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
    const ready = there.filter(isReady).length;
    const wanted = replicaSet?.spec?.replicas ?? there.filter((pod) => !isOver(pod)).length;
    const complete = ready >= Math.max(1, wanted);
    return there.filter((pod) => !(complete && isOver(pod)));
}
/** Every finding, pod by pod. A pod whose events were not read is judged by those of one in the same state. */
function findings(evidence) {
    const { events, logs, now } = evidence;
    const pods = countedPods(evidence);
    const asked = new Map(pods
        .filter(({ metadata }) => events.has(metadata.uid))
        .map((pod) => [stateOf(pod, now), events.get(pod.metadata.uid) ?? []]));
    const eventsOf = (pod) => events.get(pod.metadata.uid) ?? asked.get(stateOf(pod, now)) ?? [];
    return pods.flatMap((pod) => podFindings(pod, eventsOf(pod), logs, now).map((finding) => ({ pod, finding })));
}
/** What a pod's status alone tells: pods alike in this are taken to have the same trouble. */
function stateOf(pod, now) {
    if (isReady(pod))
        return 'ready';
    const found = podFindings(pod, [], [], now);
    return found.length === 0 ? `starting ${pod.spec?.nodeName ?? ''}` : found.map(groupOf).join(', ');
}
/** The logs that would tell more, at most one for each diagnosis. */
function wantedLogs(evidence) {
    const groups = Map.groupBy(findings(evidence), ({ finding }) => groupOf(finding));
    return [...groups.values()].flatMap((group) => group
        .flatMap(({ pod, finding }) => (finding.log === undefined ? [] : [{ pod, wish: finding.log }]))
        .slice(0, 1));
}
function tellGroup(evidence, group) {
    // The pod that was asked about its events and log tells more than the others.
    const [told] = group.toSorted((one, other) => other.finding.evidence.length - one.finding.evidence.length);
    if (told === undefined)
        throw new Error('A group of findings has at least one.');
    const final = group.every(({ finding }) => finding.final);
    const pods = counts(evidence, group.length);
    // Others are in the place of pods that are over, which are therefore no part of the whole.
    const who = isOver(told.pod) ? plural(group.length, 'pod') : whoOf(pods);
    return tell({ ...told.finding, final }, pods, who, onOneNode(evidence, group));
}
function tell(finding, pods, who, where) {
    return {
        problem: `${who} ${finding.what}${where}`,
        evidence: finding.evidence.slice(0, EVIDENCE_LINES),
        advice: finding.advice,
        cause: finding.cause,
        final: finding.final,
        pods,
    };
}
function counts({ replicaSet, pods }, affected) {
    const { replicas = 0 } = replicaSet?.spec ?? {};
    if (pods === undefined) {
        return { affected, ready: replicaSet?.status?.readyReplicas ?? 0, total: replicas };
    }
    const there = pods.filter((pod) => !isOver(pod) && pod.metadata.deletionTimestamp === undefined);
    return { affected, ready: there.filter(isReady).length, total: Math.max(replicas, there.length) };
}
function whoOf({ affected, total }) {
    if (total === 1)
        return 'The only pod';
    return affected === total ? `All ${String(total)} pods` : `${String(affected)} of ${String(total)} pods`;
}
/** If the pods are on several nodes and all of these on one, the node may be the trouble. */
function onOneNode({ pods = [] }, group) {
    const nodes = nodesOf(pods);
    const [node, ...others] = nodesOf(group.map(({ pod }) => pod));
    if (node === undefined || others.length > 0 || nodes.length < 2)
        return '';
    return `; on node ${oneLine(node)} only, of ${String(nodes.length)} nodes with such pods`;
}
function nodesOf(pods) {
    return [...new Set(pods.flatMap(({ spec }) => spec?.nodeName ?? []))];
}
function worstFirst(one, other) {
    const mild = ({ cause }) => Number(cause === 'starting');
    return (mild(one) - mild(other) ||
        Number(other.final) - Number(one.final) ||
        other.pods.affected - one.pods.affected ||
        causes.indexOf(one.cause) - causes.indexOf(other.cause));
}

;// CONCATENATED MODULE: ./build/diagnose/read.js







/** Pods whose events are read. */
const PODS_ASKED = 5;
/** Logs that are read. */
const LOGS_READ = 3;
/** A node that does not hand out a log soon is asked again at the next diagnosis. */
const LOG_TIMEOUT_MS = 5_000;
/** What is wrong with the pods of a revision, and what could not be read. Throws as {@link readPods}. */
async function diagnosePods(client, place, signal, clock = support_clock/* systemClock */.m) {
    const evidence = await readPods(client, place, signal, clock);
    return { diagnoses: diagnose(evidence), notices: evidence.notices };
}
/**
 * Reads the pods of a revision and its ReplicaSet; where pods are not ready, also the events of at most five, and
 * where containers end, the log of at most three. What is forbidden is left out and named. Throws KubeError for any
 * other failure but that of a log, and the signal's reason.
 */
async function readPods(client, place, signal, clock = support_clock/* systemClock */.m) {
    const notices = new Set();
    const [found, replicaSet] = await Promise.all([
        unlessForbidden(listPods(client, place, signal), 'pods', 'list pods', notices),
        unlessForbidden(getReplicaSet(client, place, signal), 'the ReplicaSet', 'get replicasets.apps', notices),
    ]);
    const first = {
        now: clock.now(),
        ...(replicaSet === undefined ? {} : { replicaSet }),
        ...(found === undefined ? {} : { pods: found }),
        events: new Map(),
        logs: [],
        notices: [],
    };
    const uids = [
        ...podsToAsk(first).map(({ metadata }) => metadata.uid),
        ...(replicaSet !== undefined && missingPods(first) > 0 ? [replicaSet.metadata.uid] : []),
    ];
    const heard = await Promise.all(uids.map(async (uid) => {
        const listed = listEvents(client, place.namespace, uid, signal);
        return [uid, (await unlessForbidden(listed, 'events', 'list events', notices)) ?? []];
    }));
    const second = { ...first, events: new Map(heard) };
    const logs = await Promise.all(wantedLogs(second)
        .slice(0, LOGS_READ)
        .map(({ pod, wish }) => readLog(client, pod, wish, signal, notices)));
    return { ...second, logs: logs.filter((log) => log !== undefined), notices: [...notices] };
}
/** The pods in trouble, a few, so that each state in which they are has one before any has two. */
function podsToAsk(evidence) {
    const troubled = countedPods(evidence).filter((pod) => !isReady(pod));
    const groups = [...Map.groupBy(troubled, (pod) => stateOf(pod, evidence.now)).values()];
    const rounds = Array.from({ length: PODS_ASKED }, (_, round) => groups.flatMap((group) => group[round] ?? []));
    return rounds.flat().slice(0, PODS_ASKED);
}
async function listPods(client, { namespace, labelSelector, replicaSet }, signal) {
    const { items } = await client.list(resources/* pods */.Jw, { namespace, labelSelector, signal });
    return items.filter(({ metadata }) => metadata.ownerReferences?.some(({ uid }) => uid === replicaSet.uid));
}
async function getReplicaSet(client, { namespace, replicaSet }, signal) {
    try {
        const found = await client.get({ resource: resources/* replicaSets */.SZ, namespace, name: replicaSet.name }, { signal });
        return found.metadata.uid === replicaSet.uid ? found : undefined;
    }
    catch (error) {
        if (error instanceof kube_error/* KubeError */.a && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}
async function listEvents(client, namespace, uid, signal) {
    const fieldSelector = `involvedObject.uid=${uid}`;
    return (await client.list(resources/* events */.AZ, { namespace, fieldSelector, signal })).items;
}
/** A log is not there for many good reasons (the node is busy, the run's remains are gone), and nothing hangs on it. */
async function readLog(client, { metadata }, { container, previous, exitCode }, signal, notices) {
    const limit = (0,time_limit/* limited */.T)(LOG_TIMEOUT_MS, signal);
    const ref = { resource: resources/* pods */.Jw, namespace: metadata.namespace ?? '', name: metadata.name };
    const bounds = { tailLines: 20, limitBytes: 16_384, retry: false, signal: limit.signal };
    try {
        const read = client.logs(ref, { container, previous, ...bounds });
        const text = await unlessForbidden(read, 'logs of crashed containers', 'get pods/log', notices);
        return text === undefined ? undefined : { pod: metadata.uid, container, exitCode, text };
    }
    catch {
        signal.throwIfAborted();
        return undefined;
    }
    finally {
        limit.clear();
    }
}
async function unlessForbidden(reading, what, permission, notices) {
    try {
        return await reading;
    }
    catch (error) {
        if (!(error instanceof kube_error/* KubeError */.a) || error.kind !== 'forbidden')
            throw error;
        notices.add(`The diagnosis does without ${what}: this needs the permission to ${permission}.`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/replica-set.js


/** Reads the ReplicaSet of a revision; undefined when there is none. Throws KubeError for any other failure. */
async function readReplicaSet(client, { namespace, name, hash }, signal) {
    try {
        return await client.get({ resource: resources/* replicaSets */.SZ, namespace, name: `${name}-${hash}` }, { signal });
    }
    catch (error) {
        if (error instanceof kube_error/* KubeError */.a && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/examine.js






/** Reads the pods of the candidate, and no others, when they do not become ready; what is forbidden is named. */
async function examinePods({ client, namespace, name, latest: { rollout } }, { guard: { hash }, restart }, signal) {
    const set = await readCandidate(client, { namespace, name, hash }, signal);
    const place = { namespace, labelSelector: examine_selectorOf(set, hash) };
    const { uid } = set?.metadata ?? { uid: '' };
    const diagnosed = await diagnosePods(client, { ...place, replicaSet: { name: `${name}-${hash}`, uid } }, signal);
    if (restart === undefined || rollout === undefined)
        return diagnosed;
    const live = await readLive(client, namespace, rollout, signal);
    return { ...diagnosed, ...(live === undefined ? {} : { live }) };
}
/** Undefined also where it may not be read: the diagnosis names that. */
async function readCandidate(client, revision, signal) {
    try {
        return await readReplicaSet(client, revision, signal);
    }
    catch (error) {
        if (error instanceof kube_error/* KubeError */.a && error.kind === 'forbidden')
            return undefined;
        throw error;
    }
}
function examine_selectorOf(set, hash) {
    const labels = { ...set?.spec?.template?.metadata?.labels, [hashLabel]: hash };
    return Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
}
/** The pods of all revisions that are not on their way out; undefined where pods may not be listed. */
async function readLive(client, namespace, rollout, signal) {
    try {
        const options = { namespace, labelSelector: hashLabel, signal };
        const [sets, all] = await Promise.all([client.list(resources/* replicaSets */.SZ, options), client.list(resources/* pods */.Jw, options)]);
        const own = sets.items.filter((set) => isOwnedBy(set, rollout));
        const live = all.items.filter((pod) => pod.metadata.deletionTimestamp === undefined && own.some((set) => isOwnedBy(pod, set)));
        const created = live.map(({ metadata }) => metadata.creationTimestamp ?? '');
        const [oldest = ''] = created.toSorted((one, other) => one.localeCompare(other));
        // The status counts what is there: while a pod is replaced it is one less.
        const wanted = own.reduce((sum, { spec }) => sum + (spec?.replicas ?? 0), 0);
        return { count: live.length, wanted, oldest };
    }
    catch (error) {
        if (error instanceof kube_error/* KubeError */.a && error.kind === 'forbidden')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
;// CONCATENATED MODULE: ./build/kube/known-objects.js
/** Begins with the objects that the consumer knows already. */
function knownObjects(items) {
    // By uid: an object that was deleted and made again under its name is another one.
    const known = new Map(items.map((object) => [object.metadata.uid, object]));
    const change = ({ type, object }) => {
        const before = known.get(object.metadata.uid);
        if (type === 'DELETED') {
            known.delete(object.metadata.uid);
            return { type, object };
        }
        // A watch that resumes can tell old changes again; a consumer must not see time run backwards.
        if (before !== undefined && !isNewer(object, before))
            return undefined;
        known.set(object.metadata.uid, object);
        return { type: before === undefined ? 'ADDED' : 'MODIFIED', object };
    };
    return {
        change,
        replace(current) {
            const there = new Set(current.map((object) => object.metadata.uid));
            const gone = [...known.values()].filter((object) => !there.has(object.metadata.uid));
            const deleted = gone.map((object) => change({ type: 'DELETED', object }));
            const changed = current.map((object) => change({ type: 'MODIFIED', object }));
            return [...deleted, ...changed].filter((event) => event !== undefined);
        },
    };
}
/**
 * Whether `after` is a later version. resourceVersions of one kind are decimal numbers that grow (documented as
 * comparable since Kubernetes 1.35, and so in every server before); of any other form, every other one counts as later.
 */
function isNewer(after, before) {
    const [a, b] = [after.metadata.resourceVersion, before.metadata.resourceVersion];
    return /^\d+$/.test(a) && /^\d+$/.test(b) ? BigInt(a) > BigInt(b) : a !== b;
}

// EXTERNAL MODULE: ./build/kube/retry.js + 2 modules
var kube_retry = __nccwpck_require__(445);
;// CONCATENATED MODULE: ./build/kube/recovery.js


/** A stream that lived this long was a success, however it ended. */
const LONG_LIVED_MS = 5_000;
/** Connections that broke soon after they were made, in a row, before the server counts as lost. */
const BREAKS_BEFORE_LOST = 3;
/**
 * Failures in a row of a kind that waiting seldom mends, after which a watch that once ran gives up. A restarted API
 * server can answer 401, 403 and 404 for some seconds, until its caches are filled.
 */
const PATIENCE = 6;
const SELDOM_MENDED = [
    'unauthorized',
    'forbidden',
    'no-such-resource',
    'not-found',
    'tls',
    'refused',
    'invalid',
    'bad-answer',
];
/** Judges the failures of one watch; remembers how often and when they came, and waits for nothing itself. */
class Recovery {
    #clock;
    #bounds;
    #everRan = false;
    /** Failures in a row, also streams that ended soon: they make the waits longer. */
    #failures = 0;
    /** Those in a row that waiting seldom mends. */
    #refusals = 0;
    #startedOver = -Infinity;
    constructor(clock, bounds) {
        this.#clock = clock;
        this.#bounds = bounds;
    }
    /** The server answered a request as hoped. */
    answered() {
        this.#everRan = true;
    }
    /** The server told something of use. */
    heard() {
        this.#refusals = 0;
    }
    /** A read told everything there is: whatever was wrong is over. */
    complete() {
        this.#refusals = 0;
        this.#failures = 0;
    }
    /**
     * A stream that began at `began` has ended; returns how long to wait before the next one. A server (or a proxy before
     * it) that hangs up soon, again and again, must not be asked in a tight loop.
     */
    ended(began) {
        return this.closed(began) ? 0 : this.#backOff();
    }
    /** A stream that began at `began` is closed, however; returns whether it lived long. */
    closed(began) {
        const livedLong = this.#clock.now() - began >= LONG_LIVED_MS;
        if (livedLong)
            this.complete();
        return livedLong;
    }
    /** The watch goes on in another way, which has yet to succeed. */
    begin() {
        this.#everRan = false;
        this.complete();
    }
    /**
     * What to do about a failure.
     * @param streaming whether a stream was open; if not, the server could not be asked at all
     */
    after(error, streaming) {
        const known = error instanceof kube_error/* KubeError */.a ? error : undefined;
        const hopeless = known === undefined || SELDOM_MENDED.includes(known.kind);
        this.#refusals = hopeless ? this.#refusals + 1 : 0;
        if (hopeless && (!this.#everRan || this.#refusals > PATIENCE))
            return { do: 'give-up' };
        const gone = known?.kind === 'gone';
        const broke = streaming && this.#failures < BREAKS_BEFORE_LOST;
        // The first gap is made good at once (410 is also what comes after a restart of the server, when the consumer has
        // waited long enough); a server that has nothing but gaps is not asked in a tight loop.
        const atOnce = gone ? this.#mayStartOverNow() : broke && this.#failures === 0;
        const backOff = this.#backOff();
        return {
            do: 'try-again',
            // An error that the server said inside a stream would come again from the same place.
            startOver: gone || (streaming && known?.httpStatus !== 0),
            lost: !gone && !broke,
            waitMs: atOnce ? 0 : Math.max(known?.retryAfterMs ?? 0, backOff),
        };
    }
    #backOff() {
        return (0,kube_retry/* jitter */.p$)(this.#failures++, this.#bounds);
    }
    #mayStartOverNow() {
        const before = this.#startedOver;
        this.#startedOver = this.#clock.now();
        return this.#startedOver - before >= LONG_LIVED_MS;
    }
}

;// CONCATENATED MODULE: ./build/kube/snapshot.js

/**
 * Reads what a watch selects, in the other way where one is forbidden: a list, whose resourceVersion is now, so that a
 * watch can go on from it; or the one named object, which is all that polling needs.
 * @param first which way to try first; without a name there is only the list
 */
async function readSnapshot(client, request, selection, bounds, first) {
    const { resource, namespace, name } = request;
    const list = () => client.list(resource, { ...selection, ...bounds });
    if (name === undefined)
        return list();
    const get = () => snapshot_readOne(client, { resource, namespace: namespace ?? '', name }, bounds);
    try {
        return await (first === 'list' ? list() : get());
    }
    catch (error) {
        if (!isKind(error, 'forbidden'))
            throw error;
    }
    return first === 'list' ? get() : list();
}
async function snapshot_readOne(client, ref, bounds) {
    try {
        const object = await client.get(ref, bounds);
        return { items: [object], resourceVersion: object.metadata.resourceVersion };
    }
    catch (error) {
        if (isKind(error, 'not-found'))
            return { items: [], resourceVersion: undefined };
        throw error;
    }
}
function isKind(error, kind) {
    return error instanceof kube_error/* KubeError */.a && error.kind === kind;
}

// EXTERNAL MODULE: ./build/kube/kubeconfig.js
var kubeconfig = __nccwpck_require__(9425);
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./build/kube/json-lines.js

/** A line longer than allowed. */
class LineTooLong extends Error {
    name = 'LineTooLong';
}
/**
 * Splits chunks of bytes into the lines that are complete, decoding UTF-8 across chunks: a character or a line that is
 * cut comes with the next chunk. Empty lines are left out; what follows the last line break is kept back, so a line
 * that the connection cut is never told.
 * @param longest characters in a line; more make it throw LineTooLong
 */
function lineSplitter(longest) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    // Pieces instead of one growing string: a large object comes in many chunks, and each would be searched again.
    let pieces = [];
    let kept = 0;
    return (chunk) => {
        const [first = '', ...rest] = decoder.write(chunk).split('\n');
        pieces.push(first);
        kept += first.length;
        const lines = [];
        for (const next of rest) {
            lines.push(pieces.join(''));
            pieces = [next];
            kept = next.length;
        }
        if (kept > longest || lines.some((line) => line.length > longest)) {
            throw new LineTooLong(`a line of the watch is longer than ${String(longest)} characters`);
        }
        return lines.filter((line) => line.trim() !== '');
    };
}

// EXTERNAL MODULE: ./build/kube/node-error.js
var node_error = __nccwpck_require__(249);
// EXTERNAL MODULE: ./build/kube/pages.js
var pages = __nccwpck_require__(6356);
;// CONCATENATED MODULE: ./build/kube/watch-stream.js





/** An object of etcd has at most 1.5 MB; as JSON with managed fields it may be some times that. */
const LONGEST_LINE = 16 * 1024 * 1024;
/**
 * The events of one open watch, until the server ends it. The stream stays the caller's to destroy.
 * Throws KubeError: `gone` when the resourceVersion is too old, `timed-out` after `silenceMs` without a byte, and
 * whatever else the server or the connection says.
 */
async function* serverEvents(stream, request, silenceMs) {
    const split = lineSplitter(LONGEST_LINE);
    try {
        for await (const chunk of withoutSilence(stream, silenceMs)) {
            for (const line of split(chunk))
                yield parse(line, request);
        }
    }
    catch (error) {
        if (error instanceof kube_error/* KubeError */.a)
            throw error;
        const silent = error instanceof Silence;
        const kind = silent ? 'timed-out' : error instanceof LineTooLong ? 'bad-answer' : 'unreachable';
        const code = (0,node_error/* codeOf */.$)(error) || undefined;
        throw new kube_error/* KubeError */.a(request, { kind, message: (0,node_error/* messageOf */.b)(error), code, maybeActedOn: false }, { cause: error });
    }
}
/** A stream that said nothing for too long. */
class Silence extends Error {
}
/**
 * The chunks of a stream; destroys it when it is silent for too long while somebody listens. A connection that a
 * middlebox has dropped gives no error, ever; the server's bookmarks come about each minute.
 */
async function* withoutSilence(stream, silenceMs) {
    const chunks = stream[Symbol.asyncIterator]();
    for (;;) {
        const timer = setTimeout(() => {
            stream.destroy(new Silence(`nothing was heard for ${String(silenceMs)} ms`));
        }, silenceMs);
        // Stopped before the chunk is passed on: how long the consumer takes is not the server's silence.
        const next = await chunks.next().finally(() => clearTimeout(timer));
        if (next.done === true)
            return;
        yield next.value;
    }
}
function parse(line, request) {
    let event;
    try {
        event = JSON.parse(line);
    }
    catch {
        event = undefined;
    }
    const object = (0,kubeconfig/* isFields */.Ce)(event) && (0,kubeconfig/* isFields */.Ce)(event['object']) ? event['object'] : {};
    const type = (0,kubeconfig/* isFields */.Ce)(event) ? event['type'] : undefined;
    switch (type) {
        case 'ADDED':
        case 'MODIFIED':
        case 'DELETED':
            return {
                type,
                object: checked(object, request),
                resourceVersion: checked(object, request).metadata.resourceVersion,
            };
        case 'BOOKMARK':
            return { type, resourceVersion: checked(object, request).metadata.resourceVersion };
        case 'ERROR':
            throw new kube_error/* KubeError */.a(request, inStreamError(object));
        default:
            throw notAnEvent(request);
    }
}
/** Without a resourceVersion there is no way to go on; such an object comes from no API server. */
function checked(object, request) {
    const { metadata } = object;
    if ((0,kubeconfig/* isFields */.Ce)(metadata) && typeof metadata['resourceVersion'] === 'string') {
        return (0,pages/* withTypes */.m)(request.resource, object);
    }
    throw notAnEvent(request);
}
function notAnEvent(request) {
    return new kube_error/* KubeError */.a(request, {
        kind: 'bad-answer',
        message: 'a line of the watch is no event',
        maybeActedOn: false,
    });
}
/** An error after the head: the server has only a Status object left to say it. */
function inStreamError(status) {
    const code = typeof status['code'] === 'number' ? status['code'] : 500;
    const reason = typeof status['reason'] === 'string' ? status['reason'] : undefined;
    return {
        kind: code === 410 ? 'gone' : code === 429 ? 'too-many-requests' : 'server',
        message: typeof status['message'] === 'string' ? status['message'] : 'the watch failed',
        httpStatus: code,
        reason,
        maybeActedOn: false,
    };
}

;// CONCATENATED MODULE: ./build/kube/watcher.js








const BOUNDS = { silenceMs: 90_000, pollMs: 3_000, baseMs: 500, capMs: 8_000 };
/** The server ends a watch after 4 to 5 minutes, at different times for watches that began together. */
const timeoutSeconds = () => 240 + Math.floor(Math.random() * 60);
/** One watch over all its connections. */
class Watcher {
    #client;
    #request;
    #selection;
    #signal;
    #onNotice;
    #clock;
    #bounds;
    #known;
    #recovery;
    /** Where the next stream begins; undefined: with everything that is there. */
    #from;
    /** Whether the consumer knows anything: then a gap is filled by comparing, not by ADDED for all. */
    #told;
    #polling = false;
    /** True from the head of a stream's answer to its end. */
    #streaming = false;
    #lostSince;
    constructor(client, resource, selection, options) {
        const { name, resourceVersion, items, ...rest } = selection;
        const byName = name === undefined ? [] : [`metadata.name=${name}`];
        const fields = [...(rest.fieldSelector ? [rest.fieldSelector] : []), ...byName];
        this.#client = client;
        this.#request = { verb: 'watch', resource, namespace: rest.namespace, name };
        this.#selection = { ...rest, fieldSelector: fields.join(',') };
        this.#signal = options.signal;
        this.#onNotice = options.onNotice ?? (() => undefined);
        this.#clock = options.clock ?? support_clock/* systemClock */.m;
        this.#bounds = { ...BOUNDS, ...options.bounds };
        this.#known = knownObjects(items ?? []);
        this.#recovery = new Recovery(this.#clock, this.#bounds);
        this.#from = resourceVersion;
        this.#told = resourceVersion !== undefined;
    }
    /** Everything that happens, until the signal's reason or a final error is thrown. */
    async *run() {
        for (;;) {
            this.#signal.throwIfAborted();
            this.#streaming = false;
            try {
                yield* this.#polling ? this.#poll() : this.#stream();
            }
            catch (error) {
                yield* this.#failed((0,errors/* asError */.zR)(error));
            }
        }
    }
    /** One connection, from opening to its end. */
    async *#stream() {
        // Without a place to resume from, what was told is compared with what is there now.
        if (this.#from === undefined && this.#told)
            yield* this.#read();
        const began = this.#clock.now();
        const stream = await this.#client.openWatch(this.#request.resource, { ...this.#selection, resourceVersion: this.#from, timeoutSeconds: timeoutSeconds() }, { signal: this.#signal });
        try {
            this.#streaming = true;
            yield* this.#answered();
            yield* this.#follow(stream);
        }
        finally {
            stream.destroy();
            this.#recovery.closed(began);
        }
        await this.#clock.sleep(this.#recovery.ended(began), this.#signal);
    }
    /** Tells what one stream says. */
    async *#follow(stream) {
        // Objects that are there come in any order, so only a bookmark tells how far a stream from the start has come.
        let resumable = this.#from !== undefined || this.#request.name !== undefined;
        for await (const event of serverEvents(stream, this.#request, this.#bounds.silenceMs)) {
            this.#recovery.heard();
            this.#told = true;
            resumable ||= event.type === 'BOOKMARK';
            if (resumable)
                this.#from = event.resourceVersion;
            const news = event.type === 'BOOKMARK' ? undefined : this.#known.change(event);
            if (news !== undefined)
                yield news;
        }
    }
    async *#poll() {
        yield* this.#read();
        this.#recovery.complete();
        await this.#clock.sleep(this.#bounds.pollMs, this.#signal);
    }
    /** Reads what is there and tells the difference. */
    async *#read() {
        const bounds = { signal: this.#signal, retry: false };
        const first = this.#polling ? 'get' : 'list';
        const now = await readSnapshot(this.#client, this.#request, this.#selection, bounds, first);
        this.#from = now.resourceVersion;
        this.#told = true;
        this.#recovery.heard();
        yield* this.#answered();
        yield* this.#known.replace(now.items);
    }
    *#answered() {
        this.#recovery.answered();
        if (this.#lostSince === undefined)
            return;
        const since = this.#lostSince;
        this.#lostSince = undefined;
        yield { type: 'BACK', since };
    }
    async *#failed(error) {
        this.#signal.throwIfAborted();
        const remedy = this.#recovery.after(error, this.#streaming);
        if (remedy.do === 'give-up') {
            this.#startPolling(error);
            return;
        }
        if (remedy.startOver)
            this.#from = undefined;
        if (remedy.lost && this.#lostSince === undefined) {
            this.#lostSince = this.#clock.now();
            yield { type: 'LOST', error, since: this.#lostSince };
        }
        if (remedy.waitMs > 0)
            await this.#clock.sleep(remedy.waitMs, this.#signal);
    }
    /** Reads again and again where only watching is forbidden; any other error is final. */
    #startPolling(error) {
        if (!(error instanceof kube_error/* KubeError */.a) || error.kind !== 'forbidden' || error.verb !== 'watch')
            throw error;
        this.#polling = true;
        this.#recovery.begin();
        const where = error.namespace === undefined ? '' : ` in namespace "${error.namespace}"`;
        this.#onNotice(`The verb watch on ${(0,resources/* resourceName */.Iy)(error.resource)}${where} is not allowed, so it is read every ${String(this.#bounds.pollMs / 1000)} s; a rule for it makes this quicker and cheaper.`);
    }
}

;// CONCATENATED MODULE: ./build/kube/watch.js

/**
 * Follows objects until the signal is aborted: closed, silent and broken connections are made again where they ended,
 * and after a gap that the server cannot fill (410) the difference is told. Only then, and where watching is
 * forbidden, is the list read. Ends without an error when the signal is aborted; throws what waiting cannot mend.
 */
async function* watch(client, resource, selection, options) {
    const watcher = new Watcher(client, resource, selection, options);
    try {
        yield* watcher.run();
    }
    catch (error) {
        if (!options.signal.aborted)
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/support/channel.js
/** Values of several sources as one sequence, in the order in which they came. */
class Channel {
    #waiting = [];
    #wake = () => undefined;
    #end;
    /** Adds a value. */
    put(value) {
        this.#waiting.push(value);
        this.#wake();
    }
    /** Ends the sequence, after what was put before; with an error, by throwing it. The first end counts. */
    end(error) {
        this.#end ??= error === undefined ? {} : { error };
        this.#wake();
    }
    /** Puts everything that a source yields; ends the sequence when it throws or, if told so, when it ends. */
    async pump(source, toValue, atEnd) {
        try {
            for await (const item of source)
                this.put(toValue(item));
            if (atEnd === 'end')
                this.end();
        }
        catch (error) {
            this.end(error);
        }
    }
    /** Yields until the end; one reader at a time. */
    async *[Symbol.asyncIterator]() {
        for (;;) {
            const value = this.#waiting.shift();
            if (value !== undefined)
                yield value;
            else if (this.#end === undefined)
                await this.#arrival();
            else if ('error' in this.#end)
                throw this.#end.error;
            else
                return;
        }
    }
    async #arrival() {
        const { promise, resolve } = Promise.withResolvers();
        this.#wake = resolve;
        await promise;
    }
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/absence.js



/** How long a watch may show nothing before a read tells whether the Rollout is there at all. */
const silence = 1_000;
/** A watch on a name that is not there waits for it without a word; a release cannot. */
async function* orAbsent(open, setting, signal) {
    const seen = new AbortController();
    const over = new AbortController();
    const absent = failWhenAbsent(setting, AbortSignal.any([signal, seen.signal, over.signal]));
    const iterator = open(AbortSignal.any([signal, over.signal]))[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await Promise.race([iterator.next(), absent]);
            if (next.done === true)
                return;
            if (next.value.type !== 'LOST')
                seen.abort();
            yield next.value;
        }
    }
    finally {
        // A generator that waits for the server returns only once that wait is ended.
        over.abort();
        await iterator.return?.();
    }
}
/** Never settles but by the one error that a read gives for what is not there. */
async function failWhenAbsent({ client, clock, namespace, name }, signal) {
    const never = new Promise(() => undefined);
    try {
        await clock.sleep(silence, signal);
        await client.get({ resource: resources/* rollouts */.R9, namespace, name }, { signal });
    }
    catch (error) {
        if (!(error instanceof kube_error/* KubeError */.a) || error.kind !== 'not-found')
            return await never;
        throw await absence(client, namespace, name, signal);
    }
    return await never;
}
/** Names what is there instead: most often the name or the namespace was mistyped. */
async function absence(client, namespace, name, signal) {
    const there = await client.list(resources/* rollouts */.R9, { namespace, signal, retry: false }).then(({ items }) => items.map(({ metadata }) => metadata.name), () => undefined);
    const names = there?.slice(0, 20).join(', ');
    const known = names === undefined
        ? ''
        : names === ''
            ? ' There are no Rollouts in this namespace.'
            : ` Rollouts there: ${names}.`;
    return new errors/* ActionableError */.fU({
        what: `There is no Rollout "${name}" in namespace "${namespace}".${known}`,
        next: 'check target, namespace and context. Nothing was changed.',
        reason: 'not-found',
    });
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/conductable.js


/** Throws for a Rollout that this action cannot conduct, before anything is changed. */
function requireConductable(rollout) {
    const ref = workloadRef(rollout);
    if (ref === undefined || workloadResource(ref.kind) !== undefined)
        return;
    throw new errors/* ActionableError */.fU({
        what: `Rollout "${rollout.metadata.name}" takes its pod template from a ${ref.kind || 'workloadRef without kind'}; Argo Rollouts knows ${workloadKinds.join(', ')}.`,
        next: 'correct spec.workloadRef. Nothing was changed.',
        reason: 'does-not-fit',
    });
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/world.js


/** Before anything was heard. */
const nothingSeen = { orphaned: false, gone: false, lost: new Set() };
/** What is known after one more thing was heard; the same value when that changed nothing. Pure. */
function seeing(world, seen) {
    if (seen.of === 'clock')
        return seen.key === world_keyOf(world) ? { ...world, trusted: seen.key } : world;
    const { of, event } = seen;
    switch (event.type) {
        case 'LOST':
            return { ...world, lost: new Set([...world.lost, of]) };
        case 'BACK':
            return { ...world, lost: new Set([...world.lost].filter((one) => one !== of)) };
        case 'DELETED':
            return of === 'rollout' ? { ...world, gone: true } : orphan(world);
        case 'ADDED':
        case 'MODIFIED':
            return of === 'rollout'
                ? { ...world, gone: false, rollout: event.object }
                : { ...world, orphaned: false, workload: event.object };
    }
}
function orphan({ workload: _, ...world }) {
    return { ...world, orphaned: true };
}
/** What is to be told of the watches themselves, or of the end of the Rollout. Pure. */
function connectionChange(before, now, seen) {
    if (before.lost.size === 0 && now.lost.size > 0 && seen.of !== 'clock' && seen.event.type === 'LOST') {
        return { kind: 'lost', error: seen.event.error };
    }
    if (before.lost.size > 0 && now.lost.size === 0)
        return { kind: 'back' };
    return !before.gone && now.gone ? { kind: 'gone' } : undefined;
}
/** The object was shown, or time told on it: a watch that is back says nothing before it shows the object again. Pure. */
function isNews(seen) {
    return seen.of === 'clock' || ['ADDED', 'MODIFIED', 'DELETED'].includes(seen.event.type);
}
/** What one watch still shows while the other is lost, or just came back, is half of the truth. Pure. */
function isWhole({ gone, lost }) {
    return !gone && lost.size === 0;
}
/** The template is in an object that was not seen yet; the controller says of one that is not there that it is missing. */
function awaitsWorkload({ rollout, workload, orphaned }) {
    return (rollout !== undefined &&
        workload === undefined &&
        !orphaned &&
        workloadRef(rollout) !== undefined &&
        !isInvalid(rollout));
}
/** What has the same key speaks of the same template and the same candidate. Pure. */
function world_keyOf({ rollout, workload }) {
    const { metadata, status } = rollout ?? {};
    return [status?.currentPodHash, metadata?.generation, workload?.metadata.generation].join('/');
}
/** What an observation is made with beside the Rollout. Pure. */
function besideOf(world, templates) {
    const { workload, trusted } = world;
    return { templates, ...(workload && { workload }), trusted: trusted === world_keyOf(world) };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/follow.js










/**
 * How long a status may speak of a template that has the wanted images and differs in something else, before it is
 * believed: the controller writes the new hash at most 23 ms after the generation, and some fields are equal in
 * meaning and not in form.
 */
const doubt = 2_000;
/**
 * Follows one Rollout with one watch, which begins with the object as it is, and its workload with another where the
 * template is there. Throws when the Rollout is not there, or is of a kind that this action does not conduct.
 */
async function* followRollout(setting, latest, signal) {
    const over = new AbortController();
    const life = AbortSignal.any([signal, over.signal]);
    const channel = new Channel();
    const { client, namespace, name, notice } = setting;
    const open = (end) => watch(client, resources/* rollouts */.R9, { namespace, name }, { signal: end, onNotice: notice });
    void channel.pump(orAbsent(open, setting, life), (event) => ({ of: 'rollout', event }), 'end');
    try {
        yield* sightings(setting, latest, channel, life);
    }
    finally {
        over.abort();
    }
}
async function* sightings(setting, latest, channel, life) {
    const templates = candidateTemplates(setting.client, setting.namespace);
    let world = nothingSeen;
    let doubted;
    for await (const seen of channel) {
        const before = world;
        world = seeing(before, seen);
        const change = connectionChange(before, world, seen);
        if (change !== undefined)
            yield change;
        const { rollout } = world;
        if (rollout === undefined || world === before || !isNews(seen) || !isWhole(world))
            continue;
        requireConductable(rollout);
        if (before.rollout === undefined)
            await followWorkload(setting, rollout, channel, life);
        if (awaitsWorkload(world))
            continue;
        const beside = besideOf(world, await templates(rollout, life));
        latest.rollout = rollout;
        const observation = observe(rollout, beside);
        yield { kind: 'observation', observation };
        const key = world_keyOf(world);
        const doubtful = !observation.current && observe(rollout, { ...beside, trusted: true }).current;
        if (!doubtful || doubted === key)
            continue;
        doubted = key;
        void remind(setting, channel, key, life);
    }
}
/** Comes back to a doubt: what is still the same then is believed. */
async function remind({ clock }, channel, key, life) {
    try {
        await clock.sleep(doubt, life);
        channel.put({ of: 'clock', key });
    }
    catch {
        // Ended: nobody needs the reminder.
    }
}
/** Begins to follow the object that holds the template, once it is known which; makes sure that this is allowed. */
async function followWorkload({ client, namespace, notice, requests, require }, rollout, channel, life) {
    const ref = workloadRef(rollout);
    const resource = ref && workloadResource(ref.kind);
    if (ref === undefined || resource === undefined)
        return;
    await require(workloadAccess(resource, ref.name, namespace, requests), life);
    const events = watch(client, resource, { namespace, name: ref.name }, { signal: life, onNotice: notice });
    void channel.pump(events, (event) => ({ of: 'workload', event }), 'go on');
}
/** The templates of the ReplicaSets that the status names; none ever changes under its hash, so each is read once. */
function candidateTemplates(client, namespace) {
    const known = new Map();
    return async ({ metadata, status }, signal) => {
        const { activeSelector, previewSelector } = status?.blueGreen ?? {};
        const named = [status?.currentPodHash, activeSelector, previewSelector];
        const hashes = new Set(named.filter((hash) => hash !== undefined && hash !== ''));
        for (const hash of hashes) {
            if (known.has(hash))
                continue;
            const set = await readReplicaSet(client, { namespace, name: metadata.name, hash }, signal);
            const template = set?.spec?.template;
            if (template !== undefined)
                known.set(hash, template);
        }
        return known;
    };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/verdicts.js
/**
 * What we saw become of a revision, left on the Rollout for a later rollback: each annotation is a
 * space-separated list of pod template hashes, newest first. Whoever reads it needs neither us nor the
 * analyses, which the controller deletes with their ReplicaSet.
 */
const verdictAnnotations = {
    healthy: 'rollout-conductor/healthy',
    aborted: 'rollout-conductor/aborted',
};
/** As many as the ReplicaSets that a Rollout keeps by default (`revisionHistoryLimit`). */
const most = 10;
/** The hashes of one annotation, newest first; empty where there is none. Pure. */
function hashesIn(annotations, verdict) {
    return (annotations?.[verdictAnnotations[verdict]] ?? '').split(/\s+/).filter((hash) => hash !== '');
}
/**
 * The annotations to write, with their values, so that they say what was seen last of `hash`; empty when they
 * say so already. Pure. A hash stands in one list only: the same template can be aborted and, tried again,
 * become Healthy, and the other way round.
 */
function withVerdict(annotations, verdict, hash) {
    const others = (of) => hashesIn(annotations, of).filter((one) => one !== hash);
    const other = verdict === 'healthy' ? 'aborted' : 'healthy';
    const wanted = {
        healthy: others('healthy'),
        aborted: others('aborted'),
        [verdict]: [hash, ...others(verdict)].slice(0, most),
    };
    const changed = [verdict, other].filter((of) => wanted[of].join(' ') !== (annotations?.[verdictAnnotations[of]] ?? ''));
    return Object.fromEntries(changed.map((of) => [verdictAnnotations[of], wanted[of].join(' ')]));
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/noting.js




/** The controller annotates every Rollout that it has observed: only then is there a map to add to. */
function noteOperations({ revision }, note) {
    if (revision === undefined)
        return [];
    return Object.entries(noteAnnotations(note)).map(([key, value]) => ({
        op: 'add',
        path: annotationPointer(key),
        value,
    }));
}
/** Says on the Rollout which run did this; that it may not changes nothing. */
async function leaveNote(setting, { note, dryRun, signal }) {
    if (note === undefined || dryRun)
        return;
    await annotate(setting, noteAnnotations(note), signal);
}
/** Notes how a revision fared; that it may not changes nothing. */
async function rememberRevision(setting, fared, hash, signal) {
    const { rollout } = setting.latest;
    if (rollout === undefined)
        return;
    const annotations = withVerdict(rollout.metadata.annotations, fared, hash);
    if (Object.keys(annotations).length === 0)
        return;
    await annotate(setting, annotations, signal);
}
async function annotate({ client, namespace, name, notice }, annotations, signal) {
    try {
        const ref = { resource: resources/* rollouts */.R9, namespace, name };
        await client.patch(ref, { type: 'merge', body: { metadata: { annotations } } }, { repeatable: true, signal });
    }
    catch (error) {
        if (signal.aborted)
            return;
        const why = error instanceof kube_error/* KubeError */.a && error.kind === 'forbidden'
            ? 'this needs the permission to patch rollouts.argoproj.io'
            : String(error);
        notice(`What this run did is not noted on the Rollout: ${why}.`);
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./build/targets/argo-rollout/restore.js

const injectedAnnotation = 'rollout.argoproj.io/ephemeral-metadata';
/**
 * The pod template that made a ReplicaSet: what to write back for its revision to come again. Pure.
 *
 * The controller knows a template by its hash, or else by being equal to that of a ReplicaSet
 * (`FindNewReplicaSet`): defaults of the API server (imagePullPolicy, …) change the hash, and are equal.
 * Whatever it put into the ReplicaSet's copy itself has to go, or what is written is a new version that takes
 * all steps: its hash label, the metadata of a role (canaryMetadata, stableMetadata, activeMetadata,
 * previewMetadata), and the rule of `antiAffinity`, which stays in a ReplicaSet that has become stable.
 *
 * A label of the template's own that the metadata of a role hides is lost in the ReplicaSet. It is left out:
 * so does the controller when it compares, and the pods of that role never showed it.
 */
function templateOf(set) {
    const template = set.spec?.template ?? {};
    const injected = injectedInto(set);
    const labels = without(template.metadata?.labels, { ...injected.labels, [hashLabel]: '' });
    const annotations = without(template.metadata?.annotations, injected.annotations);
    const { labels: _, annotations: __, ...metadata } = template.metadata ?? {};
    const { affinity: held, ...spec } = template.spec ?? {};
    const affinity = withoutInjectedRule(held);
    return {
        ...template,
        metadata: { ...metadata, ...(labels && { labels }), ...(annotations && { annotations }) },
        spec: { ...spec, ...(affinity && { affinity }) },
    };
}
/** What cannot be read was not written by the controller, and injected nothing. */
function injectedInto({ metadata }) {
    try {
        return (JSON.parse(metadata.annotations?.[injectedAnnotation] ?? '{}') ?? {});
    }
    catch {
        return {};
    }
}
function without(held, injected = {}) {
    const own = Object.entries(held ?? {}).filter(([key]) => !Object.hasOwn(injected, key));
    return own.length === 0 ? undefined : Object.fromEntries(own);
}
/** As the controller itself takes it out again: what is empty then is no longer there at all. */
function withoutInjectedRule(affinity) {
    if (affinity?.podAntiAffinity === undefined)
        return affinity;
    const { requiredDuringSchedulingIgnoredDuringExecution: required = [], preferredDuringSchedulingIgnoredDuringExecution: preferred = [], ...others } = affinity.podAntiAffinity;
    const ownRequired = required.filter((term) => !isInjected(term));
    const ownPreferred = preferred.filter(({ podAffinityTerm }) => !isInjected(podAffinityTerm));
    if (ownRequired.length === required.length && ownPreferred.length === preferred.length)
        return affinity;
    const podAntiAffinity = {
        ...others,
        ...(ownRequired.length > 0 && { requiredDuringSchedulingIgnoredDuringExecution: ownRequired }),
        ...(ownPreferred.length > 0 && { preferredDuringSchedulingIgnoredDuringExecution: ownPreferred }),
    };
    const { podAntiAffinity: _, ...rest } = affinity;
    const left = { ...rest, ...(Object.keys(podAntiAffinity).length > 0 && { podAntiAffinity }) };
    return Object.keys(left).length > 0 ? left : undefined;
}
/** Nobody but the controller knows the hash of a stable revision beforehand. */
function isInjected(term) {
    const expressions = term?.labelSelector?.matchExpressions ?? [];
    return (term?.topologyKey === 'kubernetes.io/hostname' &&
        expressions.some(({ key, operator }) => key === hashLabel && operator === 'In'));
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/requests.js










/** How long the controller may take to show an effect. */
const patience = 30_000;
/** The guard's fields in the object, for the server's own tests. */
const pointers = {
    uid: '/metadata/uid',
    generation: '/metadata/generation',
    hash: '/status/currentPodHash',
    step: '/status/currentStepIndex',
    stable: '/status/stableRS',
    abort: '/status/abort',
    abortedAt: '/status/abortedAt',
    promoteFull: '/status/promoteFull',
    since: '/status/pauseConditions/0/startTime',
    pauses: '/status/pauseConditions',
};
/** Fields whose absence is tested too: the server takes a test for null as one for absent. */
const absentCounts = new Set(['abort', 'abortedAt', 'promoteFull']);
/** The requests that a Rollout understands, each one guarded JSON Patch that is sent once. */
function rolloutRequests(setting) {
    const entries = Object.entries(writes).map(([name, write]) => [
        name,
        (order) => sendGuarded(setting, write, order),
    ]);
    return Object.fromEntries(entries);
}
async function sendGuarded(setting, write, order) {
    const template = order.revision === undefined ? undefined : await readRevision(setting, order);
    const place = requests_placeOf(setting, write, order);
    try {
        const answer = await setting.client.patch(place.ref, { type: 'json', body: [...place.tests, ...write.patch(order, template), ...place.notes] }, {
            ...(write.subresource && { subresource: write.subresource }),
            fieldValidation: 'Strict',
            dryRun: order.dryRun,
            repeatable: false,
            signal: order.signal,
        });
        if (place.notes.length === 0)
            await leaveNote(setting, order);
        // The versions of two objects cannot be compared.
        const version = place.isRollout ? Number(answer.metadata.resourceVersion) : Number.POSITIVE_INFINITY;
        return accepted(write, order, version);
    }
    catch (error) {
        if (!(error instanceof kube_error/* KubeError */.a))
            throw error;
        // Only the cluster knows whether it arrived: the effect is looked for, and the guard makes a second try safe.
        if (error.kind === 'answer-lost')
            return accepted(write, order, Number.POSITIVE_INFINITY);
        if (error.kind !== 'invalid' && error.kind !== 'conflict')
            throw error;
        // A failed test and a refused value are the same 422 to the server; the object tells them apart.
        const now = await setting.client.get(place.ref, { signal: order.signal });
        if (place.fits(now))
            throw error;
        return { kind: 'moved' };
    }
}
function requests_placeOf({ namespace, name }, { guard, toTemplate, subresource }, { observation, note }) {
    const { guard: values, workload } = observation;
    const resource = workload && workloadResource(workload.kind);
    if (toTemplate === true && workload !== undefined && resource !== undefined) {
        const { uid, generation } = workload;
        return {
            ref: { resource, namespace, name: workload.name },
            isRollout: false,
            notes: [],
            tests: [
                { op: 'test', path: pointers.uid, value: uid },
                { op: 'test', path: pointers.generation, value: generation },
            ],
            fits: ({ metadata }) => metadata.uid === uid && metadata.generation === generation,
        };
    }
    const fields = guard.filter((field) => values[field] !== undefined || absentCounts.has(field));
    return {
        ref: { resource: resources/* rollouts */.R9, namespace, name },
        isRollout: true,
        notes: subresource === undefined && note !== undefined ? noteOperations(observation, note) : [],
        tests: fields.map((field) => ({ op: 'test', path: pointers[field], value: values[field] ?? null })),
        fits: (now) => {
            const is = observeGuard(now);
            return fields.every((field) => (0,external_node_util_.isDeepStrictEqual)(is[field], values[field]));
        },
    };
}
async function readRevision({ client, namespace, name }, { revision = '', signal }) {
    const set = await readReplicaSet(client, { namespace, name, hash: revision }, signal);
    if (set !== undefined)
        return templateOf(set);
    throw new errors/* ActionableError */.fU({
        what: `The ReplicaSet of revision ${revision} is gone, so there is no template to go back to.`,
        next: 'deploy an image that is known to work. Nothing was changed.',
        reason: 'not-found',
    });
}
function accepted(write, order, answered) {
    const pending = { patience, effect: (now) => write.effect(order, now, answered) };
    return { kind: 'accepted', pending };
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/revisions.js






/**
 * The revisions of a Rollout, newest number first. Pure. What another Rollout or a Deployment owns is left out:
 * the pods of a `workloadRef` Deployment have the same labels, and two Rollouts of one template the same hash.
 */
function knownRevisions(rollout, sets, runs) {
    const { status } = rollout;
    const { annotations } = rollout.metadata;
    const healthy = new Set(hashesIn(annotations, 'healthy'));
    const failed = runs.filter((run) => isOwnedBy(run, rollout) && ['Failed', 'Error'].includes(run.status?.phase ?? ''));
    const aborted = new Set([
        ...hashesIn(annotations, 'aborted'),
        ...failed.flatMap(({ metadata }) => metadata.labels?.[hashLabel] ?? []),
    ]);
    return sets
        .filter((set) => isOwnedBy(set, rollout))
        .flatMap((set) => {
        const hash = set.metadata.labels?.[hashLabel];
        const number = Number(set.metadata.annotations?.[revisionAnnotation]);
        // A ReplicaSet without them is not made by the controller, or not for long.
        if (hash === undefined || !Number.isSafeInteger(number))
            return [];
        return [
            {
                number,
                hash,
                images: templateImages(set.spec?.template),
                created: set.metadata.creationTimestamp ?? '',
                stable: hash === status?.stableRS,
                current: hash === status?.currentPodHash,
                knownHealthy: healthy.has(hash),
                knownAborted: aborted.has(hash) && !healthy.has(hash),
            },
        ];
    })
        .toSorted((one, other) => other.number - one.number);
}
/** Reads the revisions of a Rollout and what is known of them; analyses that may not be read are left out. */
async function readRevisions({ client, namespace, name, latest }, signal) {
    const options = { namespace, labelSelector: hashLabel, signal };
    const verdicts = async (resource) => {
        try {
            return (await client.list(resource, options)).items;
        }
        catch (error) {
            const mayLack = error instanceof kube_error/* KubeError */.a && ['forbidden', 'no-such-resource'].includes(error.kind);
            if (mayLack)
                return [];
            throw error;
        }
    };
    const rollout = latest.rollout ?? (await client.get({ resource: resources/* rollouts */.R9, namespace, name }, { signal }));
    const [sets, runs, tries] = await Promise.all([
        client.list(resources/* replicaSets */.SZ, options),
        verdicts(resources/* analysisRuns */.nR),
        verdicts(resources/* experiments */.rC),
    ]);
    return knownRevisions(rollout, sets.items, [...runs, ...tries]);
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/index.js








function judgedOf({ guard, revision }) {
    return { hash: guard.hash, revision: revision?.toString() };
}
/** An Argo Rollout: canary or blueGreen, with a pod template inside or in a workload. */
const argoRollout = {
    operations: model/* operations */.z,
    access: rolloutAccess,
    open: (setting) => {
        const { client, namespace, name, notice } = setting;
        const latest = {};
        const asking = { client, namespace, name, notice, latest };
        return {
            ref: `rollout/${name}`,
            namespace,
            requests: rolloutRequests(asking),
            observe: (signal) => followRollout(setting, latest, signal),
            details: (signal, left) => readDetails(client, { namespace, name }, latest.rollout, signal, left && judgedOf(left)),
            examine: (observation, signal) => examinePods(asking, observation, signal),
            revisions: (_, signal) => readRevisions(asking, signal),
            remember: (fared, { guard }, signal) => rememberRevision(asking, fared, guard.hash, signal),
        };
    },
};

;// CONCATENATED MODULE: ./build/targets/index.js

/** Every kind of target by the word before the slash in `target`. */
const targetKinds = {
    rollout: argoRollout,
};
/** Whether a word names a kind of target. */
function isTargetKind(word) {
    return Object.hasOwn(targetKinds, word);
}


/***/ }),

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** Version of this action; a test holds it to package.json. */
const version = '0.1.0';


/***/ }),

/***/ 5049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N4: () => (/* binding */ endGroup),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup)
});

// UNUSED EXPORTS: ExitCode, addPath, debug, error, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, setCommandEcho, summary, toPlatformPath, toPosixPath, toWin32Path, warning

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9479);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
