"""The portal's addresses, and an empty page of it: what every page costs (E)."""

from django.shortcuts import render
from django.urls import include, path


def empty(request):
    return render(request, "base.html")


urlpatterns = [path("kosong/", empty), path("", include("portal.urls"))]
