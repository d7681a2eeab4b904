import DOMPurify from 'dompurify';
import { allowedAddress, allowedAddresses, allowedAttributes, allowedTags } from './allowed';

// Of the controls of forms a note has the boxes of tasks, which load nothing.
DOMPurify.addHook('uponSanitizeAttribute', ({ nodeName }, attribute) => {
  const { attrName: name, attrValue: value } = attribute;
  if (nodeName === 'INPUT' && (name === 'src' || (name === 'type' && value !== 'checkbox'))) attribute.keepAttr = false;
});

/**
 * Makes the nodes of a rendered note whose author wrote HTML, without anything that `media/render` does not make itself. The page
 * puts in the nodes and not their text, which could be another tree when it is parsed once more.
 */
export function purify(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...allowedTags],
    ALLOWED_ATTR: [...allowedAddresses, ...allowedAttributes],
    ADD_URI_SAFE_ATTR: [...allowedAttributes],
    ALLOWED_URI_REGEXP: allowedAddress,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // An anchor may quote code such as `a[0]>b`, which would only be dangerous if the nodes became text again.
    SAFE_FOR_XML: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
