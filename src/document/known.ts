/** The fields of a document, where those that may be absent may be undefined. */
type Fields<Document> = {
  readonly [Name in keyof Document]: Partial<Pick<Document, Name>> extends Pick<Document, Name>
    ? Document[Name] | undefined
    : Document[Name];
};

/** A document without the fields that are undefined: what is not known is absent. Pure. */
export function known<Document extends object>(fields: Fields<Document>): Document {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Document;
}
