/** The scheme of anchors, the URIs that name code: `kafka:kafka.log.Log#append`. It is that of the project whose notes these are. */
export const anchorScheme = 'kafka:';
