/** The elements of which `media/render` makes a note. */
export const allowedTags: readonly string[] = [
  ...['section', 'div', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br', 'wbr'],
  ...['a', 'button', 'input', 'span', 'strong', 'em', 's', 'sub', 'sup', 'kbd', 'code', 'pre', 'img'],
  ...['figure', 'figcaption', 'details', 'summary', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];

/** The attributes whose values are addresses. */
export const allowedAddresses: readonly string[] = ['href', 'src'];

/** The other attributes, whose values are no addresses and do nothing but what the page does with them. */
export const allowedAttributes: readonly string[] = [
  ...['id', 'class', 'title', 'alt', 'width', 'height', 'start', 'open', 'colspan', 'rowspan', 'type', 'disabled', 'checked'],
  ...['role', 'tabindex', 'aria-label', 'aria-busy', 'aria-expanded'],
  ...['slug', 'heading', 'anchor', 'occurrence', 'section', 'file', 'jump', 'term', 'maths', 'info', 'diagram', 'excerpt', 'part']
    .concat('copy', 'enlarge', 'column')
    .map((name) => `data-${name}`),
];

/** Matches the addresses that may be in a note: anchors, pictures and pages by https, and those without a scheme. */
export const allowedAddress = /^(?:(?:kafka|https?|mailto):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;
