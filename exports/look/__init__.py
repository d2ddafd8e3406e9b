"""How every page of ours looks: one set of colours, type and spacing, and the policy that keeps a page to itself."""

from answerable.exports.look.policy import content_policy
from answerable.exports.look.standing import standing_page
from answerable.exports.look.style import base_style

__all__ = ["base_style", "content_policy", "standing_page"]
