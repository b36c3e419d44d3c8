"""Whose desk each thing is on."""

from django.urls import path

from mentoring.views import desks

urlpatterns = [path("di-meja/", desks.desks, name="desks")]
