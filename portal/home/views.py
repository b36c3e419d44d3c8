"""The start page of each role, and the search over everything the reader may see."""

from django.shortcuts import render

from portal.access import may
from portal.home.desks import desk_of
from portal.home.searching import find


@may("portal.use")
def home(request):
    return render(request, "home/home.html", {"desk": desk_of(request.user)})


@may("portal.use")
def search(request):
    text = request.GET.get("q", "").strip()[:100]
    found = {"text": text, "searched": text, "groups": find(text, request.user)}
    return render(request, "home/search.html", found)
