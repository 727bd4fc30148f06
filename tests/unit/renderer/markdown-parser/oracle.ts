import MarkdownIt from 'markdown-it'

/** An independent parser, set up to mean the same where both know a syntax. */
export const oracle = new MarkdownIt({ html: false, linkify: true })
oracle.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
oracle.linkify.add('ftp:', null).add('//', null)
// Addresses are kept as they are written.
oracle.validateLink = () => true
oracle.normalizeLink = (address) => address
oracle.normalizeLinkText = (address) => address
