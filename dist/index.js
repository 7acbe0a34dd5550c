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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5049);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8809);
/* harmony import */ var _support_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5854);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8508);




await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)({
    env: process.env,
    clock: _support_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m,
    version: _version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r,
    mask: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq,
    onCancel: (stop) => {
        for (const signal of ['SIGINT', 'SIGTERM'])
            process.once(signal, () => stop(signal));
    },
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8809:
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
    { ended: 'planned' },
    { ended: 'paused', reason: 'gate' },
    { ended: 'aborted', reason: 'requested', operation: 'abort' },
];
/** The end of a run; whether the step is green follows from what was asked. Pure. */
function endingOf(operation, ended, reason, message) {
    const asked = successes.some((row) => row.ended === ended &&
        (row.reason === undefined || row.reason === reason) &&
        (row.operation === undefined || row.operation === operation));
    return { ended, reason, message, succeeded: asked || (operation === 'status' && reason === 'read') };
}
/** How a target stands when it is left as it is. */
function asLeft({ settled, aborted, phase }) {
    if (settled !== undefined)
        return settled;
    if (aborted !== undefined)
        return 'aborted';
    return { Healthy: 'progressing', Progressing: 'progressing', Paused: 'paused', Degraded: 'degraded' }[phase];
}

;// CONCATENATED MODULE: ./build/model.js
/** The words that all parts share. They are Argo Rollouts' own wherever it has one. */
/** What a step can be asked to do, in the order of action.yml. */
const operations = ['deploy', 'follow', 'status', 'promote', 'abort'];
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
 */
function formatState({ hash, step, since }) {
    const start = since === undefined ? '-' : Math.floor(Date.parse(since) / 1000).toString(36);
    return [hash === '' ? '-' : hash, step === undefined ? '-' : String(step), start].join('.');
}

;// CONCATENATED MODULE: ./build/support/duration.js
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

;// CONCATENATED MODULE: ./build/decide/decision.js



/** A decision to end the run. */
function finish(ended, reason, message) {
    return { do: 'finish', ended, reason, message };
}
/** A decision to send a request that carries nothing but its guard. */
function request(name, reason) {
    return { do: 'request', request: name, reason, images: [] };
}
/** Another candidate took over: no policy acts on somebody else's release. */
function superseded({ template, guard }) {
    return finish('superseded', 'by-somebody', `Another candidate took over: ${formatImages(template)} (${guard.hash}). It was left alone.`);
}
/** Waits for progress, and when there is none in time, decides by `then`, or ends the run as the target is. */
function awaitProgress(plan, { movedAt, now }, observation, then) {
    const until = movedAt + plan.timeout;
    if (now < until)
        return { do: 'wait', until };
    const what = observation.current
        ? `There was no progress in ${formatDuration(plan.timeout)} (${formatPhase(observation)}).`
        : `The controller did not observe the newest spec in ${formatDuration(plan.timeout)}. Is it running?`;
    return then?.(what) ?? finish(asLeft(observation), 'timed-out', `${what} The target was left as it is.`);
}
/**
 * Whether an abort has somewhere to go. In a first creation the controller calls the only revision stable while
 * none of its pods exists, and drops an abort without a word.
 */
function hasWayBack({ stable, guard }) {
    return stable !== undefined && stable.hash !== guard.hash;
}
/** What the policy says when time is up. */
function applyPolicy(policy, observation, what) {
    switch (policy) {
        case 'stop':
            return finish(asLeft(observation), 'timed-out', `${what} The target was left as it is.`);
        case 'abort':
            return hasWayBack(observation)
                ? request('abort', what)
                : finish(asLeft(observation), 'timed-out', `${what} There is no other revision to go back to.`);
    }
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
    const state = formatState(found.guard);
    if (by === 'state' ? expect.state === state : expect.hash === found.guard.hash)
        return undefined;
    return finish('refused', 'does-not-fit', `expect: "${expect.state}" was given, and the target is at "${state}" (${formatPhase(found)}). Nothing was sent. Look at it again; if this is what you mean, use that state.`);
}
function refuseImages(plan, found) {
    if (hasImages(plan, found))
        return undefined;
    const wanted = plan.images.map(({ container, image }) => container === undefined ? image : `${container}=${image}`);
    return finish('refused', 'does-not-fit', `image: "${wanted.join(' ')}" was given, and the candidate is ${formatImages(found.template)}. Nothing was sent.`);
}

;// CONCATENATED MODULE: ./build/decide/abort.js



/** Aborts the candidate that is there, and waits until the controller has moved traffic back. */
const decideAbort = (plan, facts, observation) => {
    const { found, ours, effected, fruitless } = facts;
    if (found === undefined || ours === undefined)
        return awaitProgress(plan, facts, observation);
    const unexpected = refuseUnexpected(plan, found, 'candidate');
    if (unexpected !== undefined)
        return unexpected;
    if (observation.current && observation.guard.hash !== ours)
        return superseded(observation);
    if (observation.settled === 'aborted') {
        return finish('aborted', 'requested', 'The release was aborted. Traffic is back on the stable revision.');
    }
    const underWay = observation.aborting || effected.length > 0 || !observation.current;
    if (underWay)
        return awaitProgress(plan, facts, observation);
    if (observation.invalid) {
        const why = 'An abort sent now would act only when that is mended, on whatever is there then.';
        return finish('refused', 'invalid-spec', `${observation.message} ${why}`);
    }
    if (!hasWayBack(observation)) {
        const why = 'the revision that is there is the only one, or is promoted already';
        return finish('refused', 'nothing-to-do', `There is no release to abort: ${why}.`);
    }
    if (fruitless?.how === 'ignored') {
        return finish(asLeft(observation), 'ignored', 'The controller dropped the abort without acting on it.');
    }
    return request('abort', 'operation: abort');
};

;// CONCATENATED MODULE: ./build/decide/release.js





/** How long a spec may be invalid before the run ends: a Service that is applied beside it mends it in seconds. */
const invalidGrace = 60_000;
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
        return finish('healthy', 'completed', 'The release is complete.');
    if (facts.fruitless?.name === 'abort' && facts.fruitless.how === 'ignored') {
        return finish(asLeft(observation), 'ignored', 'The controller dropped our abort without acting on it.');
    }
    if (facts.effected.at(-1)?.name === 'abort')
        return awaitProgress(plan, facts, observation);
    if (observation.pauses.length > 0)
        return decidePause(plan, facts, observation);
    if (observation.measuring)
        return { do: 'wait' };
    return awaitProgress(plan, facts, observation, (what) => applyPolicy(plan.onTimeout, observation, what));
};
function isSuperseded(plan, { ours }, observation) {
    if (ours === undefined)
        return false;
    if (plan.images.length > 0 && !hasImages(plan, observation))
        return true;
    return observation.current && !observation.invalid && observation.guard.hash !== ours;
}
function decideInvalid(plan, { invalidSince, now }, observation) {
    const until = (invalidSince ?? now) + Math.min(invalidGrace, plan.timeout);
    if (now < until)
        return { do: 'wait', until };
    const why = 'The controller does nothing until that is mended; a request sent now would act later, so none was sent.';
    return finish('degraded', 'invalid-spec', `${observation.message} ${why}`);
}
function decideAborted(plan, facts, observation) {
    if (observation.settled !== 'aborted')
        return awaitProgress(plan, facts, observation);
    const ours = facts.effected.findLast(({ name }) => name === 'abort');
    const back = 'Traffic is back on the stable revision.';
    if (ours !== undefined)
        return finish('aborted', 'timed-out', `${ours.reason} The release was aborted. ${back}`);
    const { by, cause } = observation.aborted ?? { by: 'person', cause: '' };
    return by === 'controller'
        ? finish('aborted', 'by-controller', `The controller aborted the release: ${cause}. ${back}`)
        : finish('aborted', 'by-somebody', `Somebody aborted the release. ${back}`);
}
/** Of several pauses the one that must not be passed decides: judgment, then a person's hold, then the gate. */
function decidePause(plan, facts, observation) {
    const order = ['inconclusive', 'manual', 'gate', 'timed'];
    const kind = order.find((one) => observation.pauses.some((pause) => pause.kind === one)) ?? 'timed';
    return byPause[kind](plan, facts, observation);
}
const byPause = {
    inconclusive: (_, __, { message }) => finish('paused', 'inconclusive', `An analysis was inconclusive (${message}); a person has to judge it.`),
    manual: (plan, facts, observation) => plan.onPause === 'stop'
        ? finish('paused', 'held-by-person', 'Somebody holds the target (spec.paused): nothing moves until they resume it.')
        : awaitSomebody(plan, facts, observation),
    gate: decideGate,
    timed: awaitController,
};
function decideGate(plan, facts, observation) {
    const { step } = observation;
    const at = step === undefined ? '' : ` at step ${String(step.index)} of ${String(step.of)}`;
    switch (plan.onPause) {
        case 'stop':
            return finish('paused', 'gate', `The release is paused${at}. To go on: operation: promote with expect: ${formatState(observation.guard)}; to go back: operation: abort.`);
        case 'promote':
            return request('promote', `the gate${at} (${plan.operation === 'promote' ? 'operation' : 'on-pause'}: promote)`);
        case 'wait':
            return awaitSomebody(plan, facts, observation);
    }
}
function awaitSomebody(plan, facts, observation) {
    const until = (facts.pausedSince ?? facts.now) + plan.pauseTimeout;
    if (facts.now < until)
        return { do: 'wait', until };
    return applyPolicy(plan.onTimeout, observation, `Nobody passed the pause in ${formatDuration(plan.pauseTimeout)}.`);
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
    const late = formatDuration(plan.timeout);
    return applyPolicy(plan.onTimeout, observation, `The controller has not ended a timed pause ${late} after its time.`);
}

;// CONCATENATED MODULE: ./build/decide/deploy.js




/** Sets the image once, starts an aborted one again, and then follows; an image that is there already is no work. */
const decideDeploy = (plan, facts, observation) => {
    const { fruitless, found, ours, effected } = facts;
    if (fruitless?.name === 'deploy' && fruitless.how === 'moved')
        return superseded(observation);
    if (!observation.current || observation.invalid)
        return decideRelease(plan, facts, observation);
    if (ours === undefined) {
        const resolved = resolveImages(plan.images, observation.template);
        if (resolved.kind === 'problem') {
            return finish('refused', 'bad-input', `${resolved.what} ${resolved.next} Nothing was changed.`);
        }
        const reason = `set ${formatImages(resolved.images)}`;
        return { do: 'request', request: 'deploy', reason, images: resolved.images };
    }
    const asFound = effected.length === 0 && found?.guard.hash === ours && observation.guard.hash === ours;
    if (asFound && found.aborted !== undefined && observation.aborted !== undefined) {
        return request('retry', 'this image was aborted before: it starts again at step 0');
    }
    if (asFound && found.settled === 'healthy' && observation.settled === 'healthy') {
        const is = `${formatImages(observation.template)} is there already and Healthy.`;
        const advice = 'If a mutable tag was pushed again, deploy it by digest: in a name Kubernetes sees no change.';
        return finish('unchanged', 'nothing-to-do', `${is} ${advice}`);
    }
    return decideRelease(plan, facts, observation);
};

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

;// CONCATENATED MODULE: ./build/decide/promote.js



/** Passes one gate, the present one or else the next, and then follows under the policies. */
const decidePromote = (plan, facts, observation) => {
    const { found, fruitless, effected, overdue } = facts;
    if (found === undefined)
        return decideRelease(plan, facts, observation);
    const refused = refuseUnexpected(plan, found, 'state') ?? refuseUseless(found);
    if (refused !== undefined)
        return refused;
    if (effected.some(({ name }) => name === 'promote'))
        return decideRelease(plan, facts, observation);
    if (fruitless?.name === 'promote' && fruitless.how !== 'overdue') {
        // After a promote of ours that was taken for lost, whoever moved the target may have been that one.
        if (fruitless.how !== 'refused' || overdue > 0)
            return decideRelease(plan, facts, observation);
        const what = 'Somebody else moved the target before this promote arrived, so the server refused it.';
        return finish('refused', 'by-somebody', `${what} Nothing was promoted by this run.`);
    }
    return decideRelease({ ...plan, onPause: 'promote' }, facts, observation);
};
/** A promote where none can act is lost without an error, or passes more than its gate. */
function refuseUseless(found) {
    const { settled, phase, message, pauses } = found;
    if (settled === 'healthy') {
        return finish('refused', 'nothing-to-do', 'The target is Healthy: there is no gate to pass.');
    }
    if (phase === 'Degraded') {
        const next = 'Deploy the image again to start it from step 0.';
        return finish('refused', 'does-not-fit', `The target is Degraded (${message}): a promote has no gate to pass. ${next}`);
    }
    if (pauses.some(({ kind }) => kind === 'manual')) {
        const next = 'Resume it (spec.paused: false), then promote.';
        return finish('refused', 'does-not-fit', `Somebody holds the target (spec.paused): a promote would be lost. ${next}`);
    }
    if (pauses.some(({ kind }) => kind === 'inconclusive')) {
        const next = 'A person has to judge it: abort, or promote it with the tools of Argo Rollouts.';
        return finish('refused', 'inconclusive', `An analysis was inconclusive (${message}). ${next}`);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/decide/status.js




/** How long the controller may be behind the spec before `status` tells what it sees: 10 s. */
const patience = 10_000;
/** Reads the target once; a status that is behind the spec is waited for, but not for long. */
const decideStatus = (plan, { startedAt, now }, observation) => {
    const until = startedAt + patience;
    if (!observation.current && now < until)
        return { do: 'wait', until };
    const unexpected = refuseUnexpected(plan, observation, 'candidate');
    if (unexpected !== undefined)
        return unexpected;
    const late = observation.current ? '' : ' The controller has not observed the newest spec yet.';
    return finish(asLeft(observation), 'read', `${formatPhase(observation)}.${late}`);
};

;// CONCATENATED MODULE: ./build/decide.js








/** How many requests may stay without any effect before the run gives up. */
const tries = 3;
const byOperation = {
    deploy: decideDeploy,
    follow: decideFollow,
    status: decideStatus,
    promote: decidePromote,
    abort: decideAbort,
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
    if (request !== undefined) {
        return request.overdueAt === undefined ? { do: 'wait' } : { do: 'wait', until: request.overdueAt };
    }
    // The server refused a write on this very observation: only a newer one can tell what to do.
    const { fruitless } = facts;
    if (fruitless?.how === 'refused' &&
        plan.operation !== 'promote' &&
        observation.version <= fruitless.version) {
        return awaitProgress(plan, facts, observation);
    }
    const decision = byOperation[plan.operation](plan, facts, observation);
    if (decision.do === 'request' && !facts.allowed)
        return awaitProgress(plan, facts, observation);
    return plan.dryRun ? decidePlanned(facts, observation, decision) : decision;
}
function awaitFirst({ timeout }, { movedAt, now }) {
    if (now < movedAt + timeout)
        return { do: 'wait', until: movedAt + timeout };
    return finish('unknown', 'unreachable', `Nothing was heard of the target in ${formatDuration(timeout)}.`);
}
/** What ends a run whatever it was asked to do. */
function decideInterruption(plan, facts) {
    const { observation, found, failure, lost, now } = facts;
    if (facts.stopped !== undefined)
        return decideStopped(facts, facts.stopped);
    if (failure !== undefined)
        return finish(failure.ended, failure.reason, failure.message);
    if (facts.gone)
        return finish('superseded', 'deleted', 'The target was deleted while it was followed.');
    if (found !== undefined && observation !== undefined && found.guard.uid !== observation.guard.uid) {
        return finish('superseded', 'deleted', 'The target was deleted and created again while it was followed.');
    }
    if (lost !== undefined && now >= lost.since + plan.timeout) {
        const since = formatDuration(now - lost.since);
        const what = `The API server has been out of reach for ${since}.`;
        return finish('unknown', 'unreachable', `${what}\n${lost.failure.message}`);
    }
    if (facts.overdue >= tries && observation !== undefined) {
        const name = facts.fruitless?.name ?? 'request';
        return finish(asLeft(observation), 'ignored', `The controller did not act on ${String(tries)} requests (${name}). Is it running?`);
    }
    return undefined;
}
function decideStopped({ observation, request }, signal) {
    if (observation === undefined) {
        return finish('unknown', 'cancelled', `The run was cancelled (${signal}) before anything was read.`);
    }
    const left = asLeft(observation);
    const open = request === undefined ? '' : ` A ${request.name} was on its way and may still take effect.`;
    return finish(left, 'cancelled', `The run was cancelled (${signal}); the target was left ${left}.${open}`);
}
/** A dry run ends where the first write or the first wait would begin. */
function decidePlanned({ checked }, observation, decision) {
    if (decision.do === 'finish')
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
        allowed: false,
        gone: false,
    };
}

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
            return { ...at, stopped: event.signal };
        case 'failed':
            return { ...at, failure: event.failure };
        case 'requested':
            return facts.observation === undefined
                ? at
                : { ...at, request: { name: event.request, reason: event.reason, on: facts.observation } };
        case 'answer':
            return foldAnswer(plan, at, event.answer);
        case 'sighting':
            return expire(foldSighting(plan, at, event.sighting));
    }
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
    };
}
/** A promote or abort means whatever is there when it comes; decide refuses it if the plan names another. */
function isCandidate(plan, observation) {
    const asFound = plan.operation === 'promote' || plan.operation === 'abort';
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
    return formatState(before.guard) === formatState(now.guard);
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
            const { name, reason, on } = request;
            return {
                ...rest,
                effected: [...facts.effected, { name, reason, state: formatState(on.guard) }],
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
                facts = fold(plan, facts, { type: 'requested', request: decision.request, reason: decision.reason }, clock.now());
                void send(stage, facts, decision);
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
async function send({ target, plan, inbox, signal, explain }, { observation }, { request, images }) {
    if (observation === undefined)
        return;
    try {
        const answer = await target.requests[request]({ observation, images, dryRun: plan.dryRun, signal });
        inbox.put({ type: 'answer', answer });
    }
    catch (error) {
        if (!signal.aborted)
            inbox.put({ type: 'failed', failure: explain(error) });
    }
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
;// CONCATENATED MODULE: ./build/kube/resources.js
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

;// CONCATENATED MODULE: ./build/kube/kube-error.js

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
    return `${request.verb} ${resourceName(request.resource)}${subresource}${name}${namespace}`;
}

;// CONCATENATED MODULE: ./build/kube/access.js


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
        const cannotAsk = error instanceof KubeError && ['forbidden', 'no-such-resource', 'refused'].includes(error.kind);
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
    const review = await client.create(selfSubjectAccessReviews, undefined, { spec }, options);
    return review['status']?.allowed === true;
}
/** The rule for a kind of a cluster, for messages. */
function ruleFor(verb, resource, where, why) {
    return { verb, group: resource.group, resource: resource.plural, ...where, why };
}

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
    const request = describeRequest({ ...error, name: error.objectName });
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
    return `${resourceName(error.resource)}${error.objectName === undefined ? '' : ` "${error.objectName}"`}`;
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
    const role = renderRole([ruleFor(verb, resource, { subresource, namespace, name }, `for ${user}`)]);
    const plural = `${resourceName(resource)}${subresource === undefined ? '' : `/${subresource}`}`;
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
        what: `The API server ${where.server} knows no ${resourceName(resource)} (${resource.version}).`,
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
    if (thrown instanceof KubeError && where !== undefined) {
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

;// CONCATENATED MODULE: ./build/targets/argo-rollout/access.js

/** What a run needs on a Rollout: reading, and the requests it may come to send. */
function rolloutAccess(name, namespace, requests) {
    const rollout = { group: rollouts.group, resource: rollouts.plural, namespace, name };
    const read = [
        { ...rollout, verb: 'get', why: 'read the Rollout' },
        // Without these the Rollout is read again and again instead.
        { ...rollout, verb: 'list', why: 'see each change at once (optional)', optional: true },
        { ...rollout, verb: 'watch', why: 'see each change at once (optional)', optional: true },
        {
            group: replicaSets.group,
            resource: replicaSets.plural,
            verb: 'get',
            namespace,
            why: 'tell whether the status speaks of the new image',
        },
        ...[replicaSets, pods].map(({ group, plural }) => ({
            group,
            resource: plural,
            verb: 'list',
            namespace,
            why: 'show the tree (optional)',
            optional: true,
        })),
        ...[analysisRuns, experiments].map(({ group, plural }) => ({
            group,
            resource: plural,
            verb: 'list',
            namespace,
            why: 'show analyses (optional)',
            optional: true,
        })),
    ];
    const write = { deploy: 'set the image', retry: 'start again', promote: 'promote', abort: 'abort' };
    const writes = requests.map((request) => ({
        ...rollout,
        ...(request === 'deploy' ? {} : { subresource: 'status' }),
        verb: 'patch',
        why: write[request],
    }));
    return [...read, ...writes];
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/attempt.js
/**
 * The runs of the attempt of now, in the order in which they began: a retry goes through the steps again with runs
 * of its own (`.1`, `.2`) under the same hash and revision, and what an earlier attempt measured does not speak of
 * this one. Pure.
 */
function currentRuns(rollout, runs) {
    const newest = [...Map.groupBy(runs, attempt_keyOf).values()].flatMap((same) => same.toSorted(byAttempt).slice(-1));
    return newest
        .filter((one) => !isOutdated(rollout, one) && !newest.some((other) => wentBack(one, other)))
        .toSorted((one, other) => created(one).localeCompare(created(other)));
}
/** Runs of the same key are the same analysis, run again. */
function attempt_keyOf({ place, analysis }) {
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
/**
 * What the analyses of the candidate of now came to, in the order in which they began. Pure.
 *
 * Found by labels and owners and not by the Rollout's status, which forgets the names of a canary's analyses when
 * the step ends and at an abort.
 */
function analysesOf(rollout, runs, experiments) {
    const own = runs
        .filter((run) => isOwnedBy(run, rollout) && isOfCandidate(rollout, run))
        .map((run) => ({ run, place: placeOf(run), analysis: '', again: 0 }));
    const below = experiments
        .filter((experiment) => isOwnedBy(experiment, rollout) && isOfCandidate(rollout, experiment))
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
function isOfCandidate({ metadata, status }, object) {
    const revision = 'rollout.argoproj.io/revision';
    return (object.metadata.labels?.['rollouts-pod-template-hash'] === (status?.currentPodHash ?? '') &&
        object.metadata.annotations?.[revision] === metadata.annotations?.[revision]);
}
function placeOf({ metadata }) {
    const step = Number(metadata.labels?.['step-index']);
    const role = roles[metadata.labels?.['rollout-type'] ?? ''] ?? 'background';
    return { role, ...(Number.isNaN(step) ? {} : { step }) };
}
/** An Experiment is called `<rollout>-<hash>-<revision>-<step>`, and `…-1`, `…-2` when it is run again. */
function experimentPlace({ metadata }) {
    const hash = metadata.labels?.['rollouts-pod-template-hash'] ?? '';
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
/** JSON Pointer of one container's image inside an object that has the template at `spec.template`. */
function imagePointer(template, { container, init }) {
    const list = template.filter((image) => image.init === init);
    const index = list.findIndex((image) => image.container === container);
    return `/spec/template/spec/${init ? 'initContainers' : 'containers'}/${String(index)}/image`;
}

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
        return parseDuration(duration);
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
        return steps_named('analysis', step.analysis.templates?.map(({ templateName }) => templateName));
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
        return steps_named('plugin', [step.plugin.name]);
    // A kind of step that is newer than this action is shown by the key it has in the manifest.
    return Object.keys(step)[0] ?? 'step';
}
function steps_named(kind, names) {
    return [kind, ...(names ?? []).filter((name) => name !== undefined)].join(' ');
}
function describeExperiment({ templates, duration }) {
    const sides = templates?.map(({ name, weight }) => weight === undefined ? name : `${name ?? ''} (weight ${String(weight)})`);
    return steps_named('experiment', [...(sides ?? []), ...(duration === undefined ? [] : [`for ${duration}`])]);
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
 * Rollout without needs no permission for them.
 */
async function readObjects(client, namespace, rollout, signal) {
    const notices = new Set();
    const list = async (resource, selection) => {
        try {
            return (await client.list(resource, { namespace, ...selection, signal })).items;
        }
        catch (error) {
            if (!(error instanceof KubeError) || error.kind !== 'forbidden')
                throw error;
            notices.add(`${resourceName(resource)} are not shown: this needs the permission to list them.`);
            return [];
        }
    };
    const selection = { labelSelector: selectorOf(rollout) };
    const [sets, all, runs] = await Promise.all([
        list(replicaSets, selection),
        list(pods, selection),
        hasAnalyses(rollout) ? list(analysisRuns, selection) : [],
    ]);
    const hashes = sets.map(({ metadata }) => metadata.labels?.[hashLabel]);
    const found = hasExperiments(rollout) ? await readExperiments(list, rollout, hashes) : [];
    // Of earlier revisions only what has the labels: their analyses would be a request each, and are history.
    const ofNow = found.filter(({ metadata }) => metadata.labels?.[hashLabel] === rollout.status?.currentPodHash);
    const below = await Promise.all(ofNow.map((experiment) => readBelow(list, experiment, sets)));
    const objects = {
        sets: [...sets, ...below.flatMap((part) => part.sets)],
        pods: [...all, ...below.flatMap((part) => part.pods)],
        analysisRuns: [...runs, ...below.flatMap((part) => part.analysisRuns)],
        experiments: found,
    };
    return { objects, notices: [...notices] };
}
const hashLabel = 'rollouts-pod-template-hash';
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
    const all = await list(experiments, { labelSelector });
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
        byName(replicaSets, unknown),
        byName(analysisRuns, (experiment.status?.analysisRuns ?? []).map(({ analysisRun }) => analysisRun)),
    ]);
    const all = await Promise.all(sets.map(({ metadata }) => list(pods, { labelSelector: `${hashLabel}=${metadata.labels?.[hashLabel] ?? ''}` })));
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

;// CONCATENATED MODULE: ./build/targets/argo-rollout/weight.js

/**
 * Desired and actual weight of the candidate as `kubectl argo rollouts get rollout` shows them, but always in
 * percent: the last setWeight up to the current step (all steps done: 100, aborted: 0), and what the routes
 * or, without traffic routing, the pods make of it.
 */
function observeWeight(rollout) {
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

;// CONCATENATED MODULE: ./build/targets/argo-rollout/observe.js



const revisionAnnotation = 'rollout.argoproj.io/revision';
/**
 * What a Rollout says, as one readonly value. Pure.
 *
 * `candidateImages` are the images of the ReplicaSet that `status.currentPodHash` names; without them, or
 * when they are not the spec's, the observation is not `current`: the controller writes observedGeneration
 * up to 23 ms before the new hash, so the numbers alone make an old status look new.
 */
function observe_observe(rollout, candidateImages) {
    const { metadata, spec, status } = rollout;
    const template = templateImages(spec?.template);
    const steps = canarySteps(rollout);
    const hash = status?.currentPodHash;
    const revision = Number(metadata.annotations?.[revisionAnnotation]);
    const aborted = observeAbort(rollout);
    const settled = observeSettled(rollout);
    const measuring = isMeasuring(rollout);
    return {
        current: isCurrent(rollout, template, candidateImages),
        version: Number(metadata.resourceVersion),
        ...observePhase(rollout),
        template,
        ...(hash === undefined
            ? {}
            : { candidate: { hash, ...(candidateImages && { images: candidateImages }) } }),
        ...(status?.stableRS ? { stable: { hash: status.stableRS } } : {}),
        ...(Number.isNaN(revision) ? {} : { revision }),
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
        measuring,
        ...(aborted === undefined ? {} : { aborted }),
        aborting: status?.abort === true || status?.abortedAt !== undefined,
        invalid: isInvalid(rollout),
        ...(settled === undefined ? {} : { settled }),
        progress: {
            stage: [hash, status?.currentStepIndex, aborted !== undefined, status?.stableRS].join('/'),
            height: (status?.updatedReplicas ?? 0) + (status?.availableReplicas ?? 0),
        },
        guard: observeGuard(rollout),
    };
}
function isCurrent(rollout, template, candidateImages) {
    if (!isObserved(rollout))
        return false;
    // An invalid spec is never given a ReplicaSet; that it is invalid is all there is to know of it.
    if (isInvalid(rollout))
        return true;
    return candidateImages !== undefined && sameImages(template, candidateImages);
}
/** As the plugin's GetRolloutPhase: a value that is no number counts as observed. */
function isObserved({ metadata, status }) {
    if (status?.observedGeneration === undefined)
        return false;
    const observed = Number(status.observedGeneration);
    return Number.isNaN(observed) || observed >= (metadata.generation ?? 0);
}
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
function observePauses(rollout) {
    const { spec, status } = rollout;
    const step = canarySteps(rollout)[status?.currentStepIndex ?? 0];
    const duration = pauseDuration(step);
    const byController = (status?.pauseConditions ?? []).map(({ reason, startTime }) => {
        if (reason.startsWith('Inconclusive'))
            return { kind: 'inconclusive', since: startTime };
        if (duration === undefined)
            return { kind: 'gate', since: startTime };
        const until = Date.parse(startTime) + duration;
        return { kind: 'timed', since: startTime, ...(Number.isNaN(until) ? {} : { until }) };
    });
    return spec?.paused === true ? [...byController, { kind: 'manual' }] : byController;
}
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
/** Phase alone is early: it turns before the pods are gone and before the last weight is written. */
function observeSettled(rollout) {
    const { spec, status } = rollout;
    const weights = status?.canary?.weights;
    const trafficOnStable = weights === undefined || (weights.canary?.weight ?? 0) === 0;
    if (observeAbort(rollout) !== undefined) {
        const routed = spec?.strategy?.canary?.trafficRouting !== undefined;
        const podsBack = (status?.availableReplicas ?? 0) >= (spec?.replicas ?? 1);
        const canaryGone = routed
            ? weights !== undefined && trafficOnStable
            : (status?.updatedReplicas ?? 0) === 0;
        return podsBack && canaryGone ? 'aborted' : undefined;
    }
    const promoted = status?.phase === 'Healthy' && status.stableRS !== undefined && status.stableRS === status.currentPodHash;
    const stableWeighed = weights?.stable?.podTemplateHash === undefined || weights.stable.podTemplateHash === status?.stableRS;
    return promoted && trafficOnStable && stableWeighed ? 'healthy' : undefined;
}
function isMeasuring(rollout) {
    const { status } = rollout;
    const step = canarySteps(rollout)[status?.currentStepIndex ?? Number.POSITIVE_INFINITY];
    return status?.abort !== true && (step?.analysis !== undefined || step?.experiment !== undefined);
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
        ...(status?.abort === true ? { abort: true } : {}),
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
    const revisions = [...Map.groupBy(parts, ({ of }) => revisionOf(of))]
        .toSorted(([one], [other]) => other - one)
        .map(([revision, children]) => {
        const name = `# revision:${String(revision)}`;
        return { name, kind: 'Revision', status: '', info: [], children: children.map(({ node }) => node) };
    });
    return treeNode(rollout, 'Rollout', observe_observe(rollout).phase, [], revisions);
}
function revisionOf({ metadata }) {
    return Number(metadata.annotations?.['rollout.argoproj.io/revision'] ?? 0);
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
function experimentNode(experiment, objects) {
    const sets = objects.sets.filter((set) => isOwnedBy(set, experiment)).toSorted(byName);
    const runs = objects.analysisRuns.filter((run) => isOwnedBy(run, experiment)).toSorted(byStart);
    return treeNode(experiment, 'Experiment', experiment.status?.phase ?? '', [], [...sets.map((set) => replicaSetNode(set, [], objects)), ...runs.map(analysisRunNode)]);
}
function byName({ metadata: one }, { metadata: other }) {
    return one.name.localeCompare(other.name);
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/details.js







/**
 * Reads everything that belongs to a Rollout, and the Rollout itself unless it was seen, for people; what is
 * forbidden is left out and named.
 */
async function readDetails(client, place, seen, signal) {
    const rollout = seen ?? (await client.get({ resource: rollouts, ...place }, { signal }));
    const { objects, notices } = await readObjects(client, place.namespace, rollout, signal);
    const stableName = `${place.name}-${rollout.status?.stableRS ?? ''}`;
    const stable = objects.sets.find((set) => isOwnedBy(set, rollout) && set.metadata.name === stableName);
    return {
        strategy: rollout.spec?.strategy?.blueGreen === undefined ? 'Canary' : 'BlueGreen',
        images: imagesWithRoles(rollout, objects),
        ...(stable === undefined ? {} : { stable: templateImages(stable.spec?.template) }),
        tree: rolloutTree(rollout, objects),
        analyses: analysesOf(rollout, objects.analysisRuns, objects.experiments),
        notices,
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./build/targets/argo-rollout/requests.js





const requests_patience = 30_000;
/** The guard's fields in the object, for the server's own tests. */
const pointers = {
    uid: '/metadata/uid',
    generation: '/metadata/generation',
    hash: '/status/currentPodHash',
    step: '/status/currentStepIndex',
    stable: '/status/stableRS',
    abort: '/status/abort',
    since: '/status/pauseConditions/0/startTime',
    pauses: '/status/pauseConditions',
};
/**
 * The generation stands for the whole spec, so an edit of somebody else in between refuses ours. Whether the
 * cluster began with it is told by the hash: observedGeneration is written first.
 */
const deploy = {
    guard: ['uid', 'generation'],
    patch: ({ observation: { template }, images }) => images.map((image) => ({ op: 'replace', path: imagePointer(template, image), value: image.image })),
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
 */
const promote = {
    subresource: 'status',
    guard: ['uid', 'hash', 'step', 'since', 'pauses'],
    patch: () => [{ op: 'remove', path: '/status/pauseConditions' }],
    effect: ({ observation: before }, now) => {
        if (!sameRevision(before, now) || now.aborting)
            return 'moved';
        const samePause = now.guard.step === before.guard.step && now.guard.since === before.guard.since;
        return samePause ? 'waiting' : 'done';
    },
};
/**
 * An abort that reaches the controller before it observed the candidate, or after the promotion, is dropped
 * without a word (https://github.com/argoproj/argo-rollouts/issues/4461): hence the hashes in the guard, and
 * `ignored` when the wish is gone and nothing was aborted.
 */
const abort = {
    subresource: 'status',
    guard: ['uid', 'hash', 'stable'],
    patch: () => [{ op: 'add', path: '/status/abort', value: true }],
    effect: ({ observation: before }, now, answered) => {
        if (!sameRevision(before, now))
            return 'moved';
        if (now.aborted !== undefined)
            return 'done';
        return !now.aborting && now.version > answered ? 'ignored' : 'waiting';
    },
};
function sameRevision(before, now) {
    return now.guard.uid === before.guard.uid && now.guard.hash === before.guard.hash;
}
/** The requests that a Rollout understands, each one guarded JSON Patch that is sent once. */
function rolloutRequests(client, namespace, name) {
    const send = (plan) => (order) => sendGuarded(client, { namespace, name }, plan, order);
    return { deploy: send(deploy), retry: send(retry), promote: send(promote), abort: send(abort) };
}
async function sendGuarded(client, place, plan, order) {
    const { guard } = order.observation;
    const ref = { resource: rollouts, ...place };
    const tests = plan.guard
        .filter((field) => guard[field] !== undefined)
        .map((field) => ({ op: 'test', path: pointers[field], value: guard[field] }));
    try {
        const answer = await client.patch(ref, { type: 'json', body: [...tests, ...plan.patch(order)] }, {
            ...(plan.subresource && { subresource: plan.subresource }),
            fieldValidation: 'Strict',
            dryRun: order.dryRun,
            repeatable: false,
            signal: order.signal,
        });
        return accepted(plan, order, Number(answer.metadata.resourceVersion));
    }
    catch (error) {
        if (!(error instanceof KubeError))
            throw error;
        // Only the cluster knows whether it arrived: the effect is looked for, and the guard makes a second try safe.
        if (error.kind === 'answer-lost')
            return accepted(plan, order, Number.POSITIVE_INFINITY);
        if (error.kind !== 'invalid' && error.kind !== 'conflict')
            throw error;
        // A failed test and a refused value are the same 422 to the server; the object tells them apart.
        const now = observeGuard(await client.get(ref, { signal: order.signal }));
        if (plan.guard.every((field) => (0,external_node_util_.isDeepStrictEqual)(now[field], guard[field])))
            throw error;
        return { kind: 'moved' };
    }
}
function accepted(plan, order, answered) {
    const pending = { patience: requests_patience, effect: (now) => plan.effect(order, now, answered) };
    return { kind: 'accepted', pending };
}

// EXTERNAL MODULE: ./build/support/clock.js + 1 modules
var clock = __nccwpck_require__(5854);
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

// EXTERNAL MODULE: ./build/kube/node-error.js
var node_error = __nccwpck_require__(249);
;// CONCATENATED MODULE: ./build/kube/transport-failure.js

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
        super((0,node_error/* messageOf */.b)(cause), { cause });
        this.code = code ?? (0,node_error/* codeOf */.$)(cause);
        this.sent = state.sent;
        this.reused = state.reused;
    }
}
/** Code of a TransportFailure whose time was over. */
const TIMED_OUT = 'ANSWER_TIMED_OUT';
/** Code of a TransportFailure whose answer was larger than allowed. */
const TOO_LARGE = 'ANSWER_TOO_LARGE';

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
            if (!(error instanceof KubeError) || !mayRetry(error))
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
    return error.kind === 'unreachable' && error.cause instanceof TransportFailure && error.cause.reused;
}

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
        const known = error instanceof KubeError ? error : undefined;
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
        return jitter(this.#failures++, this.#bounds);
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
    const get = () => readOne(client, { resource, namespace: namespace ?? '', name }, bounds);
    try {
        return await (first === 'list' ? list() : get());
    }
    catch (error) {
        if (!isKind(error, 'forbidden'))
            throw error;
    }
    return first === 'list' ? get() : list();
}
async function readOne(client, ref, bounds) {
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
    return error instanceof KubeError && error.kind === kind;
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

;// CONCATENATED MODULE: ./build/kube/pages.js

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
        if (!(error instanceof KubeError && error.kind === 'gone') || token === undefined)
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
        if (error instanceof KubeError)
            throw error;
        const silent = error instanceof Silence;
        const kind = silent ? 'timed-out' : error instanceof LineTooLong ? 'bad-answer' : 'unreachable';
        const code = (0,node_error/* codeOf */.$)(error) || undefined;
        throw new KubeError(request, { kind, message: (0,node_error/* messageOf */.b)(error), code, maybeActedOn: false }, { cause: error });
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
            throw new KubeError(request, inStreamError(object));
        default:
            throw notAnEvent(request);
    }
}
/** Without a resourceVersion there is no way to go on; such an object comes from no API server. */
function checked(object, request) {
    const { metadata } = object;
    if ((0,kubeconfig/* isFields */.Ce)(metadata) && typeof metadata['resourceVersion'] === 'string') {
        return withTypes(request.resource, object);
    }
    throw notAnEvent(request);
}
function notAnEvent(request) {
    return new KubeError(request, {
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
        this.#clock = options.clock ?? clock/* systemClock */.m;
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
        if (!(error instanceof KubeError) || error.kind !== 'forbidden' || error.verb !== 'watch')
            throw error;
        this.#polling = true;
        this.#recovery.begin();
        const where = error.namespace === undefined ? '' : ` in namespace "${error.namespace}"`;
        this.#onNotice(`The verb watch on ${resourceName(error.resource)}${where} is not allowed, so it is read every ${String(this.#bounds.pollMs / 1000)} s; a rule for it makes this quicker and cheaper.`);
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

;// CONCATENATED MODULE: ./build/targets/argo-rollout/follow.js






/** How long a watch may show nothing before a read tells whether the Rollout is there at all. */
const silence = 1_000;
/**
 * Follows one Rollout with one watch, which begins with the object as it is; only when it shows nothing, a
 * read tells why. Throws when the Rollout is not there, or is of a kind that this action does not conduct.
 */
async function* followRollout(setting, latest, signal) {
    const { client, namespace, name, notice } = setting;
    const images = candidateImages(client, namespace);
    const open = (life) => watch(client, rollouts, { namespace, name }, { signal: life, onNotice: notice });
    for await (const event of orAbsent(open, setting, signal)) {
        switch (event.type) {
            case 'LOST':
                yield { kind: 'lost', error: event.error };
                break;
            case 'BACK':
                yield { kind: 'back' };
                break;
            case 'DELETED':
                yield { kind: 'gone' };
                break;
            case 'ADDED':
            case 'MODIFIED': {
                const rollout = event.object;
                requireCanary(rollout);
                latest.rollout = rollout;
                yield { kind: 'observation', observation: observe_observe(rollout, await images(rollout, signal)) };
                break;
            }
        }
    }
}
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
        await client.get({ resource: rollouts, namespace, name }, { signal });
    }
    catch (error) {
        if (!(error instanceof KubeError) || error.kind !== 'not-found')
            return await never;
        throw await absence(client, namespace, name, signal);
    }
    return await never;
}
/** Names what is there instead: most often the name or the namespace was mistyped. */
async function absence(client, namespace, name, signal) {
    const there = await client.list(rollouts, { namespace, signal, retry: false }).then(({ items }) => items.map(({ metadata }) => metadata.name), () => undefined);
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
/** The images of the ReplicaSet that the status names; a template never changes under its hash, so each is read once. */
function candidateImages(client, namespace) {
    const known = new Map();
    return async ({ metadata, status }, signal) => {
        if (!status?.currentPodHash)
            return undefined;
        const name = `${metadata.name}-${status.currentPodHash}`;
        const images = known.get(name) ?? (await readImages(client, namespace, name, signal));
        if (images !== undefined)
            known.set(name, images);
        return images;
    };
}
async function readImages(client, namespace, name, signal) {
    try {
        const set = (await client.get({ resource: replicaSets, namespace, name }, { signal }));
        return templateImages(set.spec?.template);
    }
    catch (error) {
        if (error instanceof KubeError && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}
function requireCanary({ metadata, spec }) {
    const what = spec?.workloadRef !== undefined
        ? `takes its pods from a ${spec.workloadRef.kind ?? 'workload'} (spec.workloadRef)`
        : spec?.strategy?.blueGreen !== undefined
            ? 'has the strategy blueGreen'
            : undefined;
    if (what === undefined)
        return;
    throw new errors/* ActionableError */.fU({
        what: `The Rollout ${metadata.name} ${what}, which this version does not conduct.`,
        next: 'use it on a Rollout with strategy canary and a pod template of its own. Nothing was changed.',
        reason: 'bad-input',
    });
}

;// CONCATENATED MODULE: ./build/targets/argo-rollout/index.js




/** An Argo Rollout: canary with a pod template inside. */
const argoRollout = {
    operations: ['deploy', 'follow', 'status', 'promote', 'abort'],
    access: rolloutAccess,
    open: (setting) => {
        const { client, namespace, name } = setting;
        const latest = {};
        return {
            ref: `rollout/${name}`,
            namespace,
            requests: rolloutRequests(client, namespace, name),
            observe: (signal) => followRollout(setting, latest, signal),
            details: (signal) => readDetails(client, { namespace, name }, latest.rollout, signal),
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
    const kinds = Object.keys(targetKinds);
    const allowed = `KIND/NAME, where KIND is ${kinds.join(', ')} and NAME is the object's name, such as ${kinds[0] ?? ''}/web`;
    const [kind = '', name = '', ...rest] = given.split('/');
    if (!isTargetKind(kind) || rest.length > 0 || !/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) {
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
        const time = parseDuration(given);
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

;// CONCATENATED MODULE: ./build/plan.js



/** The requests that a plan may come to send; what is not among them need not be allowed. */
function requestsOf({ operation, onPause, onTimeout, }) {
    const byPolicy = [
        ...(onPause === 'promote' ? ['promote'] : []),
        ...(onTimeout === 'abort' ? ['abort'] : []),
    ];
    switch (operation) {
        case 'deploy':
            return ['deploy', 'retry', ...byPolicy];
        case 'follow':
            return byPolicy;
        case 'status':
            return [];
        case 'promote':
            return [...new Set(['promote', ...byPolicy])];
        case 'abort':
            return ['abort'];
    }
}
/**
 * For how long a step may wait, in milliseconds. No bound: progress begins `timeout` anew, and timed pauses and analyses
 * do not count, but nobody knows them before the first request.
 */
function longestWait({ operation, onPause, timeout, pauseTimeout, }) {
    switch (operation) {
        case 'status':
            return 0;
        case 'abort':
            return timeout;
        case 'deploy':
        case 'follow':
        case 'promote':
            return onPause === 'wait' ? timeout + pauseTimeout : timeout;
    }
}
/** The inputs that an operation leaves aside. */
const unusedBy = {
    deploy: ['expect'],
    follow: [],
    status: ['on-pause', 'on-failure', 'on-timeout', 'timeout', 'pause-timeout', 'dry-run'],
    promote: [],
    abort: ['on-pause', 'on-failure', 'on-timeout', 'pause-timeout'],
};
/**
 * Turns the inputs of a step into its plan. All rules between inputs live here. Throws one InputError with
 * all mistakes, those of single inputs included.
 */
function makePlan(env) {
    const { inputs, mistakes } = readInputs(env);
    const all = [...mistakes, ...ruleMistakes(inputs, (input) => givenInput(env, input) === '')];
    if (all.length > 0 || !isComplete(inputs))
        throw new errors/* InputError */.dz(all);
    const { operation, target, images, onPause, timeout, pauseTimeout, expect, dryRun } = inputs;
    // Whoever only follows did not start the release, so the default leaves it to those who did.
    const onFailure = inputs.onFailure ?? (operation === 'follow' ? 'stop' : 'abort');
    const onTimeout = inputs.onTimeout ?? onFailure;
    return {
        plan: { operation, images, onPause, onTimeout, timeout, pauseTimeout, ...(expect && { expect }), dryRun },
        target,
        unused: unusedBy[operation].filter((input) => !['', inputDefaults[input]].includes(givenInput(env, input))),
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
    if (operation === 'promote' && isEmpty('expect') && isEmpty('image')) {
        mistakes.push({
            input: 'expect',
            given: '',
            allowed: 'the `state` output of the step that paused, or any; or name the `image` instead',
            next: 'Without either, a promote could pass a release that nobody looked at.',
        });
    }
    if (operation !== undefined && target !== undefined) {
        const known = targetKinds[target.kind].operations;
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

;// CONCATENATED MODULE: ./build/policies.js
/** What happens at a gate: end the step, pass it, or wait for somebody else to pass it. */
const onPauseWords = ['stop', 'promote', 'wait'];
/** What happens to the target when a release goes wrong. */
const failurePolicies = ['abort', 'stop'];

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
    'on-timeout': '',
    timeout: '30m',
    'pause-timeout': '1h',
    expect: '',
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
        operation: read('operation', oneOf(operations)),
        target: read('target', parseTarget),
        namespace: read('namespace', parseNamespace),
        images: read('image', parseImages),
        onPause: read('on-pause', oneOf(onPauseWords)),
        onFailure: read('on-failure', optional(oneOf(failurePolicies))),
        onTimeout: read('on-timeout', optional(oneOf(failurePolicies))),
        timeout: read('timeout', parseTime),
        pauseTimeout: read('pause-timeout', parseTime),
        expect: read('expect', optional(parseExpect)),
        dryRun: read('dry-run', (given) => oneOf(['true', 'false'])(given.toLowerCase()) === 'true'),
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

;// CONCATENATED MODULE: ./build/kube/failure.js



/** Codes of node and OpenSSL for a handshake that failed or a certificate that does not hold: waiting mends none. */
const TLS_CODES = /^(CERT_|CRL_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|EPROTO)/;
/** The error for an exchange that ended without a whole answer. */
function fromTransport(request, failure) {
    return new KubeError(request, {
        kind: transportKind(failure),
        message: (0,redact/* redact */.E)(failure.message),
        code: failure.code || undefined,
        maybeActedOn: failure.sent,
    }, { cause: failure });
}
function transportKind(failure) {
    if (failure.code === TIMED_OUT)
        return 'timed-out';
    if (failure.code === TOO_LARGE)
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
    return new KubeError(request, {
        kind: 'answer-lost',
        message: `it is not known whether this was done (${error.serverMessage})`,
        httpStatus: error.httpStatus,
        reason: error.reason,
        details: error.details,
        code: error.code,
        maybeActedOn: true,
    }, { cause: error });
}

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
    const url = new URL(server + pathOf(request.resource, request));
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
;// CONCATENATED MODULE: ./build/kube/time-limit.js

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
                return new TransportFailure(controller.signal.reason, state, TIMED_OUT);
            if (controller.signal.aborted)
                return controller.signal.reason;
            return new TransportFailure(error, state);
        },
    };
}

;// CONCATENATED MODULE: ./build/kube/transport.js






/** More than the largest list the action asks for; an answer without end must not fill the memory. */
const LARGEST_BODY = 64 * 1024 * 1024;
/** Silent peers are noticed by the kernel's probes too; 30 s is what client-go uses. */
const PROBE_AFTER_MS = 30_000;
/** Sends a request once and reads the whole answer. Throws TransportFailure, or the reason of an aborted signal. */
async function exchange(request, largest = LARGEST_BODY) {
    const limit = limited(request.timeoutMs, request.signal);
    const state = { sent: false, reused: false };
    try {
        const response = await transport_send(request, limit.signal, state);
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
    return Object.assign(new Error(`the answer is larger than ${String(largest)} bytes`), { code: TOO_LARGE });
}
/**
 * Sends a request once and returns the answer as soon as its head is there; its body is the caller's, who must read
 * or destroy it. An aborted signal destroys it with the signal's reason.
 */
async function transport_open(request) {
    const limit = limited(request.timeoutMs, request.signal);
    const state = { sent: false, reused: false };
    try {
        const response = await transport_send(request, limit.signal, state);
        limit.clearTimer();
        response.once('close', limit.clear);
        return response;
    }
    catch (error) {
        limit.clear();
        throw limit.failure(error, state);
    }
}
function transport_send(request, signal, state) {
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

;// CONCATENATED MODULE: ./build/kube/status-error.js



/** A server's message is shown up to this length. */
const LONGEST_MESSAGE = 2_000;
/** The error for an answer whose status is not 2xx. */
function fromAnswer(request, answer, now) {
    const status = parseStatus(answer.body);
    const kind = kindOf(answer.status, status);
    const retryAfterMs = retryAfter(answer.headers['retry-after'], status, now);
    return new KubeError(request, {
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
            const known = error instanceof TransportFailure ? fromTransport(request, error) : error;
            throw known instanceof KubeError && !options.repeatable ? forSingleWrite(known) : known;
        }
    };
    const send = (request, options) => {
        if (options.retry === false)
            return attempt(request, options);
        const { deadline, signal } = options;
        return withRetries(() => attempt(request, options), {
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
                const error = new KubeError(request, {
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
                throw error instanceof TransportFailure ? fromTransport(request, error) : error;
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
        policy: { ...DEFAULT_POLICY, ...options.retry },
        attemptTimeoutMs: options.attemptTimeoutMs ?? ATTEMPT_TIMEOUT_MS,
    });
    return {
        async get(ref, bounds = {}) {
            return withTypes(ref.resource, await sender.json({ verb: 'get', ...ref }, { ...bounds, repeatable: true }));
        },
        list(resource, { namespace, labelSelector, fieldSelector, ...bounds } = {}) {
            const request = { verb: 'list', resource, namespace };
            const page = (query) => sender.json(request, {
                ...bounds,
                repeatable: true,
                query: { labelSelector, fieldSelector, ...query },
            });
            return listPages(resource, page, options.pageSize ?? PAGE_SIZE);
        },
        async create(resource, namespace, body, write) {
            const object = { apiVersion: apiVersionOf(resource), kind: resource.kind, ...body };
            const created = await sender.json({ verb: 'create', resource, namespace }, { ...write, body: object, contentType: 'application/json', query: writeQuery(write) });
            return withTypes(resource, created);
        },
        async patch(ref, { type, body }, { subresource, force, ...write }) {
            const typed = type === 'apply'
                ? { apiVersion: apiVersionOf(ref.resource), kind: ref.resource.kind, ...body }
                : body;
            const query = { ...writeQuery(write), force: force === true ? 'true' : undefined };
            const request = { verb: 'patch', ...ref, subresource };
            return withTypes(ref.resource, await sender.json(request, { ...write, body: typed, contentType: CONTENT_TYPES[type], query }));
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
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
    const ended = `The ${kind} of the kubeconfig ended at ${at}, ${describeDuration(Math.max(0, -left))} ago`;
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
    return `The ${kind} of the kubeconfig ends at ${at}, in ${describeDuration(left)}, nothing renews it, and this step may wait ${describeDuration(wait)} or longer: ${advice[renews]}.`;
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

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
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
    return env['HOME'] ?? env['USERPROFILE'] ?? (0,external_node_os_namespaceObject.homedir)();
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
    const proxy = read(env, variable);
    if (proxy === undefined)
        return undefined;
    const host = server.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const port = server.port === '' ? (server.protocol === 'https:' ? '443' : '80') : server.port;
    if (isLoopback(host))
        return undefined;
    const exceptions = (read(env, 'NO_PROXY') ?? '').split(',').map((entry) => entry.trim().toLowerCase());
    if (exceptions.some((entry) => entry !== '' && excepts(entry, host, port)))
        return undefined;
    // Go takes `proxy.example:3128` for http://proxy.example:3128; new URL would take it for a scheme.
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}
function read(env, name) {
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

;// CONCATENATED MODULE: ./build/preflight.js



/**
 * Makes sure that everything a plan may do is allowed, so that a release is not begun that cannot be promoted
 * or aborted. Throws one ActionableError with every missing rule; a server that does not answer the question
 * leaves it to the requests themselves.
 */
async function requireAccess(client, rules, signal) {
    const required = rules.filter(({ optional }) => optional !== true);
    const access = await missingAccess(client, required, signal);
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
    const { phase, step, weight, replicas, message, current } = observation;
    return { kind: 'state', at, phase, ...(step && { step }), weight, replicas, message, current };
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

;// CONCATENATED MODULE: ./build/recorder.js


/** Keeps the newest report of a run and gives it to every reporter. */
class Recorder {
    #clock;
    #reporters = [];
    #facts;
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
        const { observation } = facts;
        this.#renew({ timeline, ...(observation && { observation }) });
    }
    /** The end of the run; resolves when every reporter has told it. */
    async close(ending, details) {
        this.#renew({ ending, ...(details && { details }) });
        for (const reporter of this.#reporters) {
            try {
                await reporter.close(this.#report);
            }
            catch (error) {
                // Reporting never changes the outcome, and one reporter never silences another.
                this.notice(`Not everything could be reported: ${(0,errors/* asError */.zR)(error).message}`);
            }
        }
    }
    /** The operation, for an end that came before the plan. */
    get operation() {
        return this.#report.operation;
    }
    #renew(change) {
        const elapsed = this.#clock.now() - this.#report.startedAt;
        this.#report = { ...this.#report, ...change, elapsed };
        for (const reporter of this.#reporters)
            reporter.update(this.#report);
    }
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
const metric_longest = 60;
/**
 * What was measured of a metric, against what, and how often, in one clause: `measured 0.87, successCondition
 * result >= 0.95, failed 1 of 1 (limit 0)`. Pure; the text comes from the cluster and is not escaped.
 */
function metric_describeMetric(metric) {
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
function metric_byVerdict(all) {
    return all.toSorted((one, other) => mostTelling.indexOf(one.verdict) - mostTelling.indexOf(other.verdict));
}
function shorten(value) {
    return value.length > metric_longest ? `${value.slice(0, metric_longest)}…` : value;
}

;// CONCATENATED MODULE: ./build/render/analysis.js




/**
 * Why an analysis did not let the release pass, in one sentence for a message: `Metric "success-rate" measured
 * 0.87, successCondition result >= 0.95, failed 1 of 1 (limit 0)`. Undefined if none failed, had an error or was
 * inconclusive. Pure; not escaped.
 */
function whyFailed(analyses) {
    const failed = byVerdict(analyses).find(isAgainst);
    if (failed === undefined)
        return undefined;
    const metric = decisiveMetric(failed);
    if (metric !== undefined)
        return `Metric "${metric.name}" ${describeMetric(metric)}`;
    return `Analysis "${failed.name}" is ${failed.verdict}${failed.message === '' ? '' : `: ${failed.message}`}`;
}
/** The analyses that did not simply succeed, a few lines each, the most telling first; empty without any. Pure. */
function renderAnalyses(analyses) {
    const worthTelling = metric_byVerdict(analyses).filter(({ verdict, metrics }) => verdict !== 'Successful' || metrics.some((metric) => metric.verdict !== 'Successful'));
    return worthTelling.flatMap(analysisLines).join('\n');
}
function analysisLines(analysis) {
    const { name, verdict, metrics } = analysis;
    const why = unexplained(analysis);
    const head = `${verdictIcon(verdict)} ${describePlace(analysis)} ${plain(name)}: ${verdict}`;
    return [why === '' ? head : `${head}: ${plain(why)}`, ...metric_byVerdict(metrics).flatMap(metricLines)];
}
function metricLines(metric) {
    const { name, verdict, query } = metric;
    const line = `  ${verdictIcon(verdict)} ${plain(name)} (${plain(describeProvider(metric))}): ${plain(metric_describeMetric(metric))}`;
    return query === undefined || verdict === 'Successful' ? [line] : [line, `    ${plain(query)}`];
}
/** The section of the job summary: every metric of every analysis, the most telling first; empty without any. Pure. */
function renderAnalysesSection(analyses) {
    if (analyses.length === 0)
        return '';
    const sorted = metric_byVerdict(analyses);
    const rows = sorted.flatMap((analysis) => {
        const place = `${describePlace(analysis)} ${code(analysis.name)}`;
        const metrics = metric_byVerdict(analysis.metrics).map((metric) => [place, ...metricCells(metric)]);
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

;// CONCATENATED MODULE: ./build/render/headline.js
/** The icon of an end: what people see first. */
const endIcons = {
    healthy: '✔',
    paused: '॥',
    progressing: '◌',
    degraded: '✖',
    aborted: '↩',
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
        case 'lost':
            return `! API server out of reach, trying again: ${plain(entry.message)}`;
        case 'found':
            return '! API server is back';
    }
}
function renderState({ phase, step, weight, replicas, message, current, }) {
    const shares = `weight ${orUnknown(weight.desired)}${weight.actual === weight.desired ? '' : ` (actual ${orUnknown(weight.actual)})`}`;
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
    const state = observation === undefined ? '' : formatPhase(observation);
    const what = connection?.kind === 'lost'
        ? `API server still out of reach, for ${formatDuration(elapsed - connection.at)}`
        : `${plain(state)}, unchanged for ${formatDuration(silent)}`;
    return `${formatClock(elapsed)}  · ${what}`;
}

;// CONCATENATED MODULE: ./build/render/summary.js








/** The job summary as GitHub's Markdown: how it ended and why, facts, steps, analyses, tree, every change. Pure. */
function renderSummary(report) {
    const message = (report.ending?.message ?? '').split('\n').map(escapeMarkdown).join('<br>');
    return [
        `## ${escapeMarkdown(headline(report))}`,
        message,
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
function renderFacts({ observation, details, where, operation, elapsed }) {
    const image = observation && formatImages(observation.template.filter(({ init }) => !init));
    const stable = details?.stable && formatImages(details.stable.filter(({ init }) => !init));
    const rows = [
        ['Operation', operation],
        ['Cluster', where && `${where.server}, context ${where.context}`],
        ['Namespace', where?.namespace],
        ['Image', image],
        ['Stable image', stable],
        ['Phase', observation && formatPhase(observation)],
        ['Step', observation?.step && `${String(observation.step.index)} of ${String(observation.step.of)}`],
        [
            'Weight',
            // A blueGreen has no weights.
            details?.strategy === 'BlueGreen'
                ? undefined
                : observation &&
                    `${summary_percent(observation.weight.desired)} desired, ${summary_percent(observation.weight.actual)} actual`,
        ],
        ['Revision', observation?.revision?.toString()],
        ['State', observation && formatState(observation.guard)],
        ['Duration', describeDuration(elapsed)],
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
    return milliseconds < 1000 ? '&lt; 1s' : describeDuration(milliseconds);
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
const log_silence = 60_000;
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
        else if (silent >= log_silence && report.timeline.length > 0) {
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
        state: observation === undefined ? '' : formatState(observation.guard),
        duration: String(Math.round(elapsed / 1000)),
    };
}
function mainImages(images) {
    return formatImages(images?.filter(({ init }) => !init));
}

;// CONCATENATED MODULE: ./build/reporters/index.js



/** Every reporter by its name, in the order in which they close. */
const reporters = {
    log: logReporter,
    jobSummary: ({ summaryPath, notice }) => jobSummaryReporter(summaryPath, notice),
    outputs: outputsReporter,
};

;// CONCATENATED MODULE: ./build/run.js














/** How long the end may take to read what people want to see: a cancelled job has 7.5 s before SIGTERM. */
const detailsTime = 5_000;
/** One step of a workflow, from its inputs to its report. Resolves whatever happens; the log sets the exit code. */
async function run(world) {
    const recorder = new Recorder(world.clock);
    const notice = (text) => recorder.notice(text);
    const setting = { summaryPath: world.env['GITHUB_STEP_SUMMARY'], notice };
    recorder.tell(Object.values(reporters).map((reporter) => reporter(setting)));
    const { end, details } = await outcomeOf(world, recorder);
    await recorder.close(endingOf(recorder.operation, end.ended, end.reason, end.message), details);
}
async function outcomeOf(world, recorder) {
    let connection;
    try {
        const { env } = world;
        recorder.begin(givenInput(env, 'operation') || inputDefaults.operation, givenInput(env, 'target'));
        const prepared = await run_prepare(world);
        connection = prepared.connection;
        const { plan, unused } = prepared.planned;
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
async function run_prepare(world) {
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
    const planned = await attempt(() => makePlan(world.env));
    const connection = await attempt(() => connectTo(world));
    if (planned === undefined || connection === undefined)
        throw (0,errors/* joinMistakes */.Q$)(mistakes);
    return { planned, connection };
}
function connectTo({ env, mask, clock }) {
    const given = (input) => givenInput(env, input);
    const place = { kubeconfig: given('kubeconfig'), context: given('context'), namespace: given('namespace') };
    return connect({ ...place, env, onSecret: mask, clock });
}
async function conductPlanned({ plan, target: { kind, name } }, connection, { clock, version, onCancel }, recorder) {
    const client = kubeClient(connection, { version, clock });
    const inbox = new Inbox();
    const life = new AbortController();
    onCancel((signal) => inbox.put({ type: 'stop', signal }));
    const targetKind = targetKinds[kind];
    const { namespace } = connection;
    const notice = (text) => recorder.notice(text);
    const target = targetKind.open({ client, clock, namespace, name, notice });
    const rules = targetKind.access(name, namespace, requestsOf(plan));
    const check = () => requireAccess(client, rules, life.signal);
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
        const seen = facts.observation !== undefined && !facts.gone;
        return { end, ...(seen ? await run_readDetails(target, notice) : {}) };
    }
    finally {
        life.abort();
    }
}
/** Details are for people: that they cannot be read changes nothing. */
async function run_readDetails(target, notice) {
    try {
        const details = await target.details(AbortSignal.timeout(detailsTime));
        for (const text of details.notices)
            notice(text);
        return { details };
    }
    catch (error) {
        notice(`The tree is not shown: ${String(error)}`);
        return {};
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
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup)
});

// UNUSED EXPORTS: ExitCode, addPath, debug, error, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, saveState, setCommandEcho, summary, toPlatformPath, toPosixPath, toWin32Path, warning

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
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
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
