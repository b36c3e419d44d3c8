"""What every page knows: the places of the reader and which of them this page lies in."""

from portal.navigation import places_for


def portal(request):
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    view_name = request.resolver_match.view_name if request.resolver_match else ""
    places = places_for(request.user)
    current = next((place for place in places if place.holds(view_name or "")), None)
    return {"places": places, "current_place": current}
